/** Words about files handed over that may not be opened, and what is wrong with one. */
export const zh = {
  held: '正在检查是否安全，查完就能打开',
  harmful: '发现有害内容，不能打开；请申请人重新交',
  harmfulMine: '检查发现有害内容，这份不能用，请重新交一份',
  heldMine: '已收到，正在检查是否安全',
};
export const en: typeof zh = {
  held: 'Being checked for harmful content; it opens when that is done',
  harmful: 'Harmful content was found; it cannot be opened. Ask for another',
  harmfulMine: 'Harmful content was found; this one cannot be used, please hand in another',
  heldMine: 'Received, being checked for harmful content',
};
