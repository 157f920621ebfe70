/** For tests: a tiny catalogue with the aliases people use. */
import type { Entry } from './shelf';

const service = (id: string, zh: string, en: string, ...aliases: string[]): Entry => ({ id, kind: 'service', name: { zh, en }, aliases });
const journey = (id: string, zh: string, en: string, services: string[], ...aliases: string[]): Entry => ({ id, kind: 'journey', name: { zh, en }, aliases, services });

export const sampleEntries: Entry[] = [
  service('birth-certificate', '出生医学证明（首次签发）', 'Birth certificate (first issue)', '出生证', '办出生证', '伢崽的出生证'),
  service('vaccination-record', '预防接种证', 'Vaccination record', '疫苗本', '打预防针'),
  service('household-registration', '申报出生登记', 'Household registration of a newborn', '上户口', '落户', '小孩上户'),
  service('medical-insurance', '城乡居民基本医疗保险参保登记', 'Medical-insurance enrolment', '医保登记', '新农合'),
  service('medical-insurance-payment', '城乡居民医保缴费', 'Medical-insurance payment', '交医保', '医保缴费'),
  service('social-security-card', '社会保障卡申领', 'Social-security card', '社保卡', '医保卡'),
  service('business-licence', '营业执照（个体工商户）', 'Business licence (individual business)', '办执照', '营业执照', '注册个体户'),
  service('food-licence', '食品经营许可（新办）', 'Food business licence', '餐饮许可证', '卫生许可', '开饭店的证'),
  service('lodging-licence', '旅馆业特种行业许可证', 'Special-trade licence for lodging', '特行证', '旅馆许可证'),
  service('fire-inspection', '公众聚集场所投入使用、营业前消防安全检查', 'Fire safety inspection before opening', '消防检查', '消防证'),
  service('id-card', '居民身份证申领', 'Identity card', '身份证', '身份证丢了'),
  { ...service('loan-repayment', '助学贷款还款', 'Student loan repayment', '还助学贷款'), keywords: ['huankuan'] },
  service('residents-trip', '女性旅行登记', 'Travel registration for women'),
  journey(
    'newborn',
    '新生儿出生一件事',
    'A child is born',
    ['birth-certificate', 'vaccination-record', 'household-registration', 'medical-insurance', 'medical-insurance-payment', 'social-security-card'],
    '生孩子',
    '宝宝出生',
    '上户口',
  ),
  journey('open-restaurant', '开办餐饮店一件事', 'Open a restaurant', ['business-licence', 'food-licence', 'fire-inspection'], '开饭店', '开餐馆'),
  journey('open-guesthouse', '开办民宿一件事', 'Open a guesthouse', ['business-licence', 'food-licence', 'lodging-licence', 'fire-inspection'], '开民宿', '开旅馆', '农家乐'),
];
