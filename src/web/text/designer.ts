/** Words of the designer's room. */
export const zh = {
  title: '设计服务',
  missedShort: '人们搜过、却什么也没找到的词。',
  missed: '没搜到的词',
  missedLead: (atLeast: number) => `最近三十天里搜过 ${atLeast} 次以上、什么也没找到的词。不记是谁搜的；含号码、姓名的不记。`,
  missedNone: '没有：常搜的都找得到。',
  missedCaption: '没搜到的词，次数多的在前',
  missedQuery: '搜的词',
  missedTimes: '次数',
  missedLast: '最近一次',
  missedNext: '怎么补上',
  missedSteps: [
    '有这个事项，只是叫法不同：在 services/ID.yaml 或 journeys/ID.yaml 的 aliases 里加上这个叫法。',
    '一种本地说法，好几个事项都用得上：加到 words.yaml，写明是什么意思。',
    '还没有这个事项：记下来，写一个新的 services/ID.yaml。',
    '补好以后再搜能找到，它就从这里消失。',
  ],
};

export const en: typeof zh = {
  title: 'Designing services',
  missedShort: 'What people looked for and did not find.',
  missed: 'Searches that found nothing',
  missedLead: (atLeast) => `Searched at least ${atLeast} times in the last thirty days without finding anything. Who searched is not kept; nor is anything with a number or a name in it.`,
  missedNone: 'None: what people search for is found.',
  missedCaption: 'Searches that found nothing, most frequent first',
  missedQuery: 'Searched for',
  missedTimes: 'Times',
  missedLast: 'Last',
  missedNext: 'How to mend it',
  missedSteps: [
    'The service is there under another name: add the words to aliases in services/ID.yaml or journeys/ID.yaml.',
    'A local word that several services need: add it to words.yaml with what it means.',
    'There is no such service yet: note it and write a new services/ID.yaml.',
    'Once a search finds it, it disappears from here.',
  ],
};
