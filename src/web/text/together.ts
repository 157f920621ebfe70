/** Words of joining two applications of one day, of handing one over to a relative, and of people acting for each other. */
export const zh = {
  title: '并成一份申请',
  lead: (mine: string, other: string) => `“${mine}”和“${other}”可以并成一份：问过的不再问，交过的不再交，一次提交。`,
  questions: '还要回答',
  documents: '要交的材料',
  kept: '留下的',
  instead: (before: number, after: number) => `分开 ${before}，并起来 ${after}`,
  keptWhat: (answers: number, documents: number) => `已答的 ${answers} 项、已交的 ${documents} 份`,
  differ: (what: string) => `这些在两份里答得不一样，并起来会再问一次：${what}`,
  join: '并成一份',
  apart: '还是分开办',
  offer: '您今天还有一份没交的申请，可以和这一份并起来办。',
  offerOf: (what: string) => `今天还有一份没交的：${what}。可以和这一份并起来办。`,
  see: '看看并起来怎么样',
  joined: '已经并成一份。答过的都在。',
};

export const en: typeof zh = {
  title: 'Join into one application',
  lead: (mine, other) => `“${mine}” and “${other}” can be one application: nothing is asked or handed in twice, and you submit once.`,
  questions: 'Questions left',
  documents: 'Documents',
  kept: 'Kept',
  instead: (before, after) => `${before} apart, ${after} together`,
  keptWhat: (answers, documents) => `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${documents} ${documents === 1 ? 'document' : 'documents'} handed in`,
  differ: (what) => `Answered differently in the two, so they are asked once more: ${what}`,
  join: 'Join them',
  apart: 'Keep them apart',
  offer: 'You have another application of today not yet submitted; the two can go together.',
  offerOf: (what) => `Also of today and not submitted: ${what}. It can go together with this one.`,
  see: 'See what joining does',
  joined: 'They are one application now. All your answers are kept.',
};
