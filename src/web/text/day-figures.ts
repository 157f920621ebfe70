/** Words of `/govern/day`, the numbers of the day. */
import type { AimKey } from '../../core/journey';

type Words = {
  title: string;
  lead: (at: string) => string;
  small: (fewest: number) => string;
  tiles: { today: string; week: string; all: (days: number) => string; onTime: string; reductions: string; ratings: string };
  cases: (n: number) => string;
  few: (fewest: number) => string;
  nothing: string;
  onTimeOf: (n: number) => string;
  reachedOf: (reached: number, aims: number) => string;
  ratingOf: (average: number, n: number) => string;
  charts: { [chart in 'cases' | 'places' | 'on-time' | 'by-division' | 'reductions' | 'ratings']: { title: string; lead: string; says: string; empty: string } };
  columns: {
    day: string;
    place: string;
    authority: string;
    aim: string;
    grade: string;
    filed: string;
    n: string;
    inTime: string;
    days: string;
    reached: string;
    byFloor: string;
    missed: string;
    illustrative: string;
    ratings: string;
  };
  aims: { [aim in AimKey]: string };
  grades: { [grade: string]: string };
  asTable: string;
  csv: string;
  json: string;
  all: string;
  more: string;
  link: string;
};

export const zh: Words = {
  title: '今天的数字',
  lead: (at) => `从办件记录里直接数出来的，每分钟重算一次；这一页是 ${at} 的。`,
  small: (fewest) => `1 到 ${fewest - 1} 件的不写数，画成虚框，免得认出是谁；只有一组这样小，或者几组加起来还不到 ${fewest} 件的，再隐去最小的一组。`,
  tiles: { today: '今天收到', week: '最近七天收到', all: (days) => `最近 ${days} 天收到`, onTime: '按期办结', reductions: '减到位', ratings: '评价' },
  cases: (n) => `${n} 件`,
  few: (fewest) => `少于 ${fewest}`,
  nothing: '还没有',
  onTimeOf: (n) => `（${n} 个办完的环节里）`,
  reachedOf: (reached, aims) => `${reached} / ${aims} 项目标`,
  ratingOf: (average, n) => `${average}（5 最好，${n} 个评价）`,
  charts: {
    cases: { title: '每天收到多少', lead: '最近三十天，按提交那天算。', says: '每天一根柱，高是收到的件数；虚框是件数太少不写。', empty: '最近三十天没有收到申请。' },
    places: { title: '从哪里来', lead: '最近九十天，按办件所在的镇、街道算。', says: '每个地方一条，长是收到的件数；虚框是件数太少不写。', empty: '最近九十天没有收到申请。' },
    'on-time': {
      title: '各部门按期办结',
      lead: '最近九十天办完的环节里，法定期限内办完的占多少。暂停和等补正的时间依法不算。',
      says: '每个部门一条，满格是全部按期。',
      empty: '还没有哪个部门办完的够多，可以公布。',
    },
    'by-division': { title: '各地按期办结', lead: '同样的数，按地方分。', says: '每个地方一条，满格是全部按期。', empty: '还没有哪个地方办完的够多，可以公布。' },
    reductions: {
      title: '四减做到没有',
      lead: '每一件事按典型情形，用现在连上的登记库，跟逐件分头办相比；目标写在 /numbers。有些数是示例，用了几件在表里另列。',
      says: '每个目标一条，长是做到的一件事有几件。',
      empty: '没有可以比的一件事。',
    },
    ratings: { title: '怎么评的', lead: '最近九十天的评价，五个等次。', says: '每个等次一条，长是评价的个数。', empty: '评价还不够多，可以公布时再写。' },
  },
  columns: {
    day: '日期',
    place: '地方',
    authority: '部门',
    aim: '目标',
    grade: '等次',
    filed: '收到',
    n: '办完',
    inTime: '按期',
    days: '平均工作日',
    reached: '做到',
    byFloor: '到法定底线',
    missed: '没做到',
    illustrative: '其中用了示例数',
    ratings: '个数',
  },
  aims: { acts: '减流程', documents: '减材料', counters: '减窗口', visits: '减跑动', days: '减时间' },
  grades: { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' },
  asTable: '用表格看',
  csv: '下载（CSV）',
  json: '下载（JSON）',
  all: '全部数字的清单（JSON）',
  more: '为什么晚、有没有不公平：办得怎么样',
  link: '今天的数字：收到、按期、减到位、评价',
};

export const en: Words = {
  title: 'Numbers of the day',
  lead: (at) => `Counted straight from the cases, anew each minute; these are of ${at}.`,
  small: (fewest) =>
    `1 to ${fewest - 1} of something are drawn as a dashed frame and not numbered, so that nobody is recognised; where only one group is that small, or several add up to fewer than ${fewest}, the next smallest is left out too.`,
  tiles: { today: 'Filed today', week: 'Filed in seven days', all: (days) => `Filed in ${days} days`, onTime: 'On time', reductions: 'Reductions reached', ratings: 'Ratings' },
  cases: (n) => `${n}`,
  few: (fewest) => `below ${fewest}`,
  nothing: 'none yet',
  onTimeOf: (n) => `of ${n} steps ended`,
  reachedOf: (reached, aims) => `${reached} of ${aims} aims`,
  ratingOf: (average, n) => `${average} (5 is best, ${n} ratings)`,
  charts: {
    cases: {
      title: 'Filed day by day',
      lead: 'The last thirty days, by the day of filing.',
      says: 'A column for each day, as high as cases were filed; a dashed frame where there are too few to say.',
      empty: 'Nothing was filed in the last thirty days.',
    },
    places: {
      title: 'Where they come from',
      lead: 'The last ninety days, by town or sub-district.',
      says: 'A bar for each place, as long as cases were filed; a dashed frame where there are too few to say.',
      empty: 'Nothing was filed in the last ninety days.',
    },
    'on-time': {
      title: 'On time, by authority',
      lead: 'Of the steps that ended in the last ninety days, the share within the statutory period. Pauses and waiting for a supplement do not count, as the law has it.',
      says: 'A bar for each authority; full is all on time.',
      empty: 'No authority has ended enough steps to publish.',
    },
    'by-division': { title: 'On time, by place', lead: 'The same, by place.', says: 'A bar for each place; full is all on time.', empty: 'No place has enough to publish.' },
    reductions: {
      title: 'The reductions, reached or not',
      lead: 'Every life event in its typical case with the registers in use, against one service after another; the aims are on /numbers. Some figures are illustrative; the table counts the matters that use one.',
      says: 'A bar for each aim, as long as life events reach it.',
      empty: 'There is nothing to compare.',
    },
    ratings: {
      title: 'How it was rated',
      lead: 'Ratings of the last ninety days, in five grades.',
      says: 'A bar for each grade, as long as ratings were given.',
      empty: 'There are not enough ratings to publish yet.',
    },
  },
  columns: {
    day: 'Day',
    place: 'Place',
    authority: 'Authority',
    aim: 'Aim',
    grade: 'Grade',
    filed: 'Filed',
    n: 'Ended',
    inTime: 'On time',
    days: 'Working days, average',
    reached: 'Reached',
    byFloor: 'At the floor of the law',
    missed: 'Missed',
    illustrative: 'With made-up figures',
    ratings: 'Ratings',
  },
  aims: { acts: 'Acts', documents: 'Documents', counters: 'Counters', visits: 'Visits', days: 'Days' },
  grades: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Fairly satisfied', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
  asTable: 'As a table',
  csv: 'CSV',
  json: 'JSON',
  all: 'List of all figures (JSON)',
  more: 'Why things are late, and whether it is fair: how the service runs',
  link: 'Numbers of the day: filed, on time, reductions reached, ratings',
};
