/** Doing something for a relative or a neighbour. */
export const zh = {
  title: '替家人、邻居办',
  card: '家里老人、隔壁邻居的事，也可以由您来办。',
  lead: '谁的事，申请人就是谁；您经手，两个人的名字都会记下来。',
  startTitle: '您会用手机：您填，他确认',
  start: '打开要办的事，填好以后点“请家人接着办”，把链接发给他；他登录看一遍，由他提交，或者同意由您提交。',
  stationTitle: '去村、社区的代办点',
  station: (place: string) => `带上他的身份证件，代办员当面替你们填、替你们交，没有网络也能办。您现在选的地方是${place}。`,
  helperTitle: '我是代办员',
  helper: '登录一次，在村里整天不联网也能收件；他用自己的登录、短信验证码或签字同意。',
};
export const en: typeof zh = {
  title: 'For a relative or a neighbour',
  card: 'What an elderly relative or the people next door need done can be done by you.',
  lead: 'The applicant is the person it is about; you act for them, and both names are on record.',
  startTitle: 'You have a phone: you fill in, they confirm',
  start: 'Open what is to be done, fill it in, and press “Let a relative go on”: send the link, they sign in, look it over and submit – or agree that you submit.',
  stationTitle: 'At a helpers’ station in the village or community',
  station: (place) => `Bring their identity document; the helper fills in and files for you on the spot, even without a network. Your place is set to ${place}.`,
  helperTitle: 'I am a helper',
  helper: 'Sign in once and take applications all day in the village without a network; consent is given by their own sign-in, a code by text message, or a signature.',
};
