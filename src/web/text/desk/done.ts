/** Words after an act: what was recorded, or that nothing was. */
export const zh = {
  doneTitle: '已经记下',
  done: {
    accepted: '已受理，办理期限从明天起算。',
    'supplement-requested': '补正通知已发出。',
    'not-accepted': '不予受理决定已作出。',
    paused: '已暂停计时。',
    granted: '已准予，结果已发出。',
    refused: '不予许可决定已作出。',
    delivered: '已准予并送达。',
  },
  repeated: '这张表已经提交过，只算一次。下面是第一次记下的结果。',
  nextInQueue: (what: string) => `下一件：${what}`,
  backToQueue: '回到待办',
  staleTitle: '没有改动任何内容',
  stale: '您打开之后，这一环节已经变了（可能是同事或者您在另一个窗口办过）。刚才提交的内容没有记下，请看最新的情况再决定。',
  inputsMissing: '前面环节的结果还没有到，现在不能决定。刚才提交的内容没有记下。',
};

export const en: typeof zh = {
  doneTitle: 'Recorded',
  done: {
    accepted: 'Accepted; the time for the decision runs from tomorrow.',
    'supplement-requested': 'The notice has been sent.',
    'not-accepted': 'The decision not to accept has been made.',
    paused: 'The clock is paused.',
    granted: 'Granted; the results are issued.',
    refused: 'The refusal has been made.',
    delivered: 'Granted and delivered.',
  },
  repeated: 'This form had been sent before and counts once. Below is what was recorded the first time.',
  nextInQueue: (what) => `Next: ${what}`,
  backToQueue: 'Back to the queue',
  staleTitle: 'Nothing was changed',
  stale: 'The step has changed since you opened it (a colleague, or you in another window). What you sent was not recorded; look at it as it is now and decide again.',
  inputsMissing: 'Results of earlier steps have not arrived, so it cannot be decided now. What you sent was not recorded.',
};
