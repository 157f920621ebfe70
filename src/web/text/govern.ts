/** Words of the page on promises and measures. */
import type { ReductionName } from '../../app/govern';
import type { ProgressStatus, Status, Strength, Target, Unit } from '../../core/index';

type Words = {
  title: string;
  lead: string;
  contents: string;
  reductions: string;
  reductionsLead: string;
  reductionNames: { [n in ReductionName]: string };
  journey: string;
  change: (before: string, after: string) => string;
  chartReductions: (n: number) => string;
  keyReductions: string;
  keyStatistics: string;
  fewer: (percent: number) => string;
  before: string;
  after: string;
  targets: string;
  targetsLead: string;
  noYear: string;
  noStrength: string;
  strengths: { [s in Strength]: string };
  operators: { [o in NonNullable<Target['op']>]: (value: string) => string };
  measuredHere: string;
  noFigures: string;
  readings: { [s in ProgressStatus]: string };
  pace: (ahead: number) => string;
  required: (percent: number) => string;
  method: string;
  methodBody: string;
  statistics: string;
  indicator: string;
  value: string;
  growth: string;
  yearBefore: string;
  workedOut: string;
  status: string;
  statuses: { [s in Status]: string };
  period: (from: string, to: string) => string;
  chartStatistic: (name: string, now: string, before: string) => string;
  doubt: string;
  quotient: (of: string, per: string, result: string) => string;
  index: string;
  ranked: (place: string, rank: number, of: number) => string;
  chartRank: (place: string, rank: number, of: number) => string;
  levels: string;
  counted: string;
  named: string;
  unnamed: (n: number) => string;
  open: string;
  notComputed: string;
  download: string;
  units: { [u in Unit]: string };
  colon: string;
};

export const zh: Words = {
  title: '承诺和指标',
  lead: '城市公开承诺过什么，现在量得到什么。每个数后面的小字（如 S3）连着出处；没有印出来的，不替它补。',
  contents: '本页内容',
  reductions: '一件事一次办：四减',
  reductionsLead: '版面要求减流程、减材料、减时间、减窗口，没有写减多少。下面是本站每个“一件事”的典型情形：单独办 → 合并办。',
  reductionNames: { acts: '流程（环节）', documents: '材料（份）', days: '时间（工作日）', counters: '窗口（个）' },
  journey: '一件事',
  change: (before, after) => `${before} → ${after}`,
  chartReductions: (n) => `${n} 个一件事办理前后的环节、材料、时间和窗口；数字见下表`,
  keyReductions: '空心：单独办；实心：合并办。每一列各按自己的最大数画。',
  keyStatistics: '空心：上年（推算）；实心：本年。',
  fewer: (p) => (p >= 0 ? `少 ${p}%` : `多 ${-p}%`),
  before: '单独办',
  after: '合并办',
  targets: '目标',
  targetsLead: '按原来的力度写：“力争”就是力争，不写成“确保”。没有写年份的，来源就没有印年份。',
  noYear: '没有印年份',
  noStrength: '没有写力度',
  strengths: { must: '必须', complete: '建成', accelerate: '加快', push: '推动', strive: '力争', intend: '拟' },
  operators: { above: (x) => `超过 ${x}`, 'at-least': (x) => `不少于 ${x}`, 'at-most': (x) => `不超过 ${x}`, below: (x) => `低于 ${x}` },
  measuredHere: '本页第一部分就是实际数',
  noFigures: '没有现状数，不能判断进度',
  readings: { achieved: '已达到', 'on-track': '按进度', 'acceleration-needed': '有进展，要加快', limited: '进展有限', deterioration: '倒退', unable: '不能判断' },
  pace: (n) => (n >= 0 ? `超进度 ${n} 个百分点` : `欠进度 ${-n} 个百分点`),
  required: (p) => `今后每年要增长 ${p}%`,
  method: '进度怎么判断',
  methodBody:
    '有两年以上的数才判断，两种读法并列：一种按加拿大统计局和 Open SDG 公布的方法，比较实际年均增速和所需增速（95% 以上按进度，60% 以上要加快）；一种是序时进度，完成的比例减去时间过去的比例。没有年份的目标不判断。',
  statistics: '统计',
  indicator: '指标',
  value: '数值',
  growth: '比上年',
  yearBefore: '上年（推算）',
  workedOut: '由本年数和增速推算，不是公布的数',
  status: '数据性质',
  statuses: { reported: '公布', preliminary: '初步', estimated: '推算', revised: '修订', target: '目标', unnamed: '没有公布名称' },
  period: (from, to) => `${from}至${to}`,
  chartStatistic: (name, now, before) => `${name}：本年 ${now}，上年约 ${before}`,
  doubt: '存疑',
  quotient: (of, per, result) => `${of} ÷ ${per} = ${result}`,
  index: '榜单',
  ranked: (place, rank, of) => `${place}列第 ${rank} 位，共 ${of} 个城市`,
  chartRank: (place, rank, of) => `从第 1 到第 ${of} 位的格子，第 ${rank} 位是${place}`,
  levels: '指标框架',
  counted: '个数',
  named: '公布的名称',
  unnamed: (n) => `${n} 个没有公布名称`,
  open: '等',
  notComputed: '下级指标和权重没有公布，所以这里只列框架，不重算名次。',
  download: '下载全部数据（CSV）',
  units: { fen: '元', percent: '%', visits: '人次', enterprises: '家', minutes: '分钟', rank: '位', people: '人', projects: '个', points: '分' },
  colon: '：',
};

export const en: Words = {
  title: 'Promises and measures',
  lead: 'What the city promised in public and what can be measured of it. The small mark after a figure, such as S3, leads to its source; what was not printed is not filled in.',
  contents: 'On this page',
  reductions: 'One matter, done once: four reductions',
  reductionsLead:
    'The page asks for fewer steps, fewer documents, less time and fewer counters, and does not say by how much. Below is the typical case of every matter on this site: each service alone → joined.',
  reductionNames: { acts: 'Steps', documents: 'Documents', days: 'Working days', counters: 'Counters' },
  journey: 'Matter',
  change: (before, after) => `${before} → ${after}`,
  chartReductions: (n) => `Steps, documents, days and counters before and after for ${n} matters; the figures are in the table below`,
  keyReductions: 'Outline: each alone; filled: joined. Each column has its own scale.',
  keyStatistics: 'Outline: the year before, worked out; filled: this year.',
  fewer: (p) => (p >= 0 ? `${p} % less` : `${-p} % more`),
  before: 'alone',
  after: 'joined',
  targets: 'Targets',
  targetsLead: 'With the strength they were given: “strive” stays “strive”. Where no year stands, none is printed.',
  noYear: 'no year printed',
  noStrength: 'no strength given',
  strengths: { must: 'must', complete: 'complete', accelerate: 'accelerate', push: 'push', strive: 'strive', intend: 'intend' },
  operators: { above: (x) => `above ${x}`, 'at-least': (x) => `at least ${x}`, 'at-most': (x) => `at most ${x}`, below: (x) => `below ${x}` },
  measuredHere: 'measured in the first part of this page',
  noFigures: 'no figures yet: progress cannot be judged',
  readings: {
    achieved: 'achieved',
    'on-track': 'on track',
    'acceleration-needed': 'progress, acceleration needed',
    limited: 'limited progress',
    deterioration: 'deterioration',
    unable: 'cannot be judged',
  },
  pace: (n) => (n >= 0 ? `${n} points ahead of time` : `${-n} points behind time`),
  required: (p) => `${p} % growth a year required from now`,
  method: 'How progress is judged',
  methodBody:
    'Only with figures of two years or more, and in two readings side by side: the method published by Statistics Canada and Open SDG compares the yearly growth observed with the growth required (95 % is on track, below 60 % is limited); the time-proportional reading takes the share reached less the share of the time gone. A target without a year is not judged.',
  statistics: 'Statistics',
  indicator: 'Indicator',
  value: 'Value',
  growth: 'On the year before',
  yearBefore: 'Year before (worked out)',
  workedOut: 'worked out from this year’s figure and its growth; not published',
  status: 'Status',
  statuses: { reported: 'reported', preliminary: 'preliminary', estimated: 'estimated', revised: 'revised', target: 'target', unnamed: 'not named' },
  period: (from, to) => `${from} to ${to}`,
  chartStatistic: (name, now, before) => `${name}: ${now} this year, about ${before} the year before`,
  doubt: 'In doubt',
  quotient: (of, per, result) => `${of} ÷ ${per} = ${result}`,
  index: 'Ranking',
  ranked: (place, rank, of) => `${place} is number ${rank} of ${of} cities`,
  chartRank: (place, rank, of) => `Cells from 1 to ${of}; number ${rank} is ${place}`,
  levels: 'Framework of indicators',
  counted: 'Count',
  named: 'Names published',
  unnamed: (n) => `${n} not named`,
  open: 'and others',
  notComputed: 'The lower indicators and the weights are not published, so only the framework is shown and no rank is computed again.',
  download: 'All data (CSV)',
  units: { fen: 'yuan', percent: '%', visits: 'visits', enterprises: 'enterprises', minutes: 'minutes', rank: '', people: 'people', projects: 'projects', points: 'points' },
  colon: ': ',
};
