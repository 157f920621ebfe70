/** Phrases an authority keeps for its reasons and notices. */
export const zh = {
  textsTitle: '常用语',
  textsLead: '写理由和补正时可以填入的话，全部门共用。填入后还要按这一件改好。',
  textUse: '用在',
  uses: { refuse: '不予许可', 'not-accept': '不予受理', supplement: '补正', transfer: '转送', pause: '暂停计时', extend: '延长期限' },
  textTitle: '名称',
  textSays: '内容',
  textSave: '存为常用语',
  textDrop: '删除',
  textDropWhat: (title: string) => `删除“${title}”`,
  textsNone: '还没有常用语。',
  textFill: '填入常用语',
  textMissing: '请写名称和内容',
};

export const en: typeof zh = {
  textsTitle: 'Phrases',
  textsLead: 'Texts to fill in when giving reasons or asking for a supplement, shared by the whole authority. Fit them to the case afterwards.',
  textUse: 'Used for',
  uses: { refuse: 'Refusal', 'not-accept': 'Not accepting', supplement: 'Supplement', transfer: 'Transfer', pause: 'Pausing the clock', extend: 'Extension' },
  textTitle: 'Name',
  textSays: 'Text',
  textSave: 'Keep the phrase',
  textDrop: 'Delete',
  textDropWhat: (title) => `Delete “${title}”`,
  textsNone: 'No phrases yet.',
  textFill: 'Fill in a phrase',
  textMissing: 'Write a name and a text',
};
