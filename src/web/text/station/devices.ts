/** The devices a helper has opened, and clearing one. */
export const zh = {
  devicesTitle: '您打开过的设备',
  devicesLead: '丢了设备，在这里结束它：它就不能再送出，里面的内容没有口令打不开。',
  thisDevice: '这台',
  endDevice: '结束',
  deviceEnded: '已结束',
  openedAt: (when: string) => `打开于 ${when}`,
  wipeTitle: '清空这台设备',
  wipeLead: (n: number) => (n > 0 ? `还有 ${n} 份没有送出，清空就没有了。` : '没有未送出的。'),
  wipe: '清空',
  wipeSure: '我知道未送出的会丢失',
};

export const en: typeof zh = {
  devicesTitle: 'Devices you have opened',
  devicesLead: 'If one is lost, end it here: it can send nothing more, and without the passphrase nobody can read it.',
  thisDevice: 'this one',
  endDevice: 'End',
  deviceEnded: 'ended',
  openedAt: (when) => `opened ${when}`,
  wipeTitle: 'Clear this device',
  wipeLead: (n) => (n > 0 ? `${n} not sent yet; clearing loses them.` : 'Nothing is waiting to be sent.'),
  wipe: 'Clear',
  wipeSure: 'I know that what was not sent is lost',
};
