/** Words of the list of several matters put together before applying. */
export const zh = {
  title: '我的清单',
  empty: '清单还是空的',
  emptyBody: '在事项页点“加入清单”，几件事并成一次申请，一起办。',
  add: '加入清单',
  added: '已在清单里',
  remove: '移出',
  removeWhat: (what: string) => `把“${what}”移出清单`,
  clear: '全部移出',
  together: (n: number) => `${n} 个事项并成一次申请`,
  open: '有的数要看您的情况，边答边定。',
  start: '一起办理',
  better: '这些事项常常一起办',
  full: '清单最多放 20 个事项。',
};

export const en: typeof zh = {
  title: 'My list',
  empty: 'The list is empty',
  emptyBody: 'Choose “Add to list” on the page of a service; several become one application.',
  add: 'Add to list',
  added: 'In your list',
  remove: 'Remove',
  removeWhat: (what) => `Remove “${what}” from the list`,
  clear: 'Remove all',
  together: (n) => `${n} ${n === 1 ? 'service' : 'services'} in one application`,
  open: 'Some numbers depend on you and are settled as you answer.',
  start: 'Apply for all',
  better: 'Often done together',
  full: 'The list holds up to 20 services.',
};
