/** What one clerk did today. */
export const zh = {
  dayTitle: '今天办的',
  dayLead: (day: string) => `${day}，您办的和写的，新的在前。`,
  dayNone: '今天还没有。',
  dayCount: (n: number) => `${n} 件次`,
  dayWhen: '时间',
  dayWhat: '做了什么',
  daySays: '内容',
};

export const en: typeof zh = {
  dayTitle: 'My day',
  dayLead: (day) => `${day}: what you did and wrote, newest first.`,
  dayNone: 'Nothing yet today.',
  dayCount: (n) => `${n} times`,
  dayWhen: 'When',
  dayWhat: 'What',
  daySays: 'Text',
};
