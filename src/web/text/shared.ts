/** Words of a shared computer: in a hall, a library, a village station. */
export const zh = {
  title: '公用电脑',
  lead: '大厅、图书馆里大家轮流用的电脑，打开这一项：五分钟不动就退出、清屏，不留缓存，按“后退”也看不到前一个人的内容。',
  on: '这台是公用电脑',
  off: '不是公用电脑了',
  isOn: '这台已设为公用电脑。',
  strip: '公用电脑：五分钟不动就退出清屏。',
  soon: (seconds: number) => `还有 ${seconds} 秒就退出清屏。还在用就动一下。`,
  leave: '用完了，退出',
  endedTitle: '已退出，屏幕已清空',
  endedLead: '没交的申请已经存好，换台设备登录也能接着填。',
  begin: '下一位，开始',
};
export const en: typeof zh = {
  title: 'Shared computer',
  lead: 'For a computer people use one after another, in a hall or a library: after five minutes without use it signs out and clears the screen; nothing stays in a cache, and Back does not show what the person before saw.',
  on: 'This is a shared computer',
  off: 'No longer shared',
  isOn: 'This computer is set up as shared.',
  strip: 'Shared computer: signs out and clears after five minutes without use.',
  soon: (seconds) => `Signing out and clearing in ${seconds} seconds. If you are still here, move or press a key.`,
  leave: 'Done, sign out',
  endedTitle: 'Signed out, the screen is clear',
  endedLead: 'What was not submitted is saved; sign in on any device to go on.',
  begin: 'Next person, start',
};
