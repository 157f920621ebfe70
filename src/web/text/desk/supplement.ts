/** Words of the one notice of everything that is missing. */
export const zh = {
  supplementTitle: '一次告知要补正的内容',
  supplementLead: '法律要求一次告知需要补正的全部内容；五个工作日内不告知的，收到之日即为受理。请把每一处都勾上并写清怎么补，一起发出。',
  supplementAgain: '申请人已经补正过。只能就上次告知过、还没有补好的内容再次告知，不能提新的要求。',
  tickAndSay: '勾选，并写明怎么补；写给申请人看。',
  filed: '提交申请',
  whatToAdd: (what: string) => `“${what}”要补什么`,
  aboutFacts: '信息',
  aboutDocuments: '材料',
  notHanded: '没有交',
  aboutOther: '其他',
  otherDefect: (n: number) => `其他要补的内容 ${n}`,
  sendSupplement: '一次发出补正通知',
  sendSupplementSays: '发出后由申请人补正；补来之后，受理期限重新计算。',
  noDefects: '请至少勾选一处，并写明要补什么',
  defectText: (what: string) => `请写明“${what}”要补什么`,
};

export const en: typeof zh = {
  supplementTitle: 'Ask once for everything that is missing',
  supplementLead:
    'The law demands that everything to be added is told at once; if nothing is said within five working days, the application counts as accepted from the day of receipt. Tick every point, say what to do, and send them together.',
  supplementAgain: 'The applicant has added something before. Only what was asked then and is still missing may be asked again, nothing new.',
  tickAndSay: 'Tick, and say what to do; written for the applicant.',
  filed: 'Filed',
  whatToAdd: (what) => `What to add for “${what}”`,
  aboutFacts: 'Information',
  aboutDocuments: 'Documents',
  notHanded: 'not handed over',
  aboutOther: 'Other',
  otherDefect: (n) => `Something else to add, ${n}`,
  sendSupplement: 'Send everything in one notice',
  sendSupplementSays: 'The applicant then adds what is missing; the time for acceptance starts anew when she has.',
  noDefects: 'Tick at least one point and say what to add',
  defectText: (what) => `Say what to add for “${what}”`,
};
