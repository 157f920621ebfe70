/** Words of the requests to correct a register. */
export const zh = {
  correctionsTitle: '登记库更正申请',
  correctionsLead: '申请人认为登记库里的信息有误。核实在登记库里办理，这里只列出哪一项、哪个办件，不显示个人信息。',
  correctionsNone: '没有待核实的更正申请。',
  correctionsNoRegister: '本部门没有登记库。',
  correctionColumns: { at: '提出时间', register: '登记库', concept: '信息项', case: '办件编号', answer: '处理' },
  noCase: '申请前提出',
  answered: '已核实答复',
  answeredWhat: (what: string) => `${what}：已核实答复`,
};

export const en: typeof zh = {
  correctionsTitle: 'Requests to correct a register',
  correctionsLead: 'Applicants say that a register holds something wrong. It is verified in the register itself; here stands only which item and which case, no personal data.',
  correctionsNone: 'No requests are open.',
  correctionsNoRegister: 'This authority keeps no register.',
  correctionColumns: { at: 'Asked on', register: 'Register', concept: 'Item', case: 'Case number', answer: 'Answer' },
  noCase: 'before filing',
  answered: 'Verified and answered',
  answeredWhat: (what) => `${what}: verified and answered`,
};
