/**
 * The words orders and questions share: kinds of work an order can exempt, kinds of venue it can close. A word people use for one of them leads to
 * it; a kind may lie within another (a temple is a religious venue).
 */
import type { Label } from '../catalogue';

type Word = { id: string; label: Label; also: readonly string[] };
export type Work = Word;
export type VenueKind = Word & { within?: string };

const word = (id: string, zh: string, en: string, ...also: string[]): Word => ({ id, label: { zh, en }, also });

export const works: readonly Work[] = [
  word('epidemic-control', '疫情防控', 'epidemic control', 'epidemic-prevention'),
  word('emergency-management', '应急管理', 'emergency management', 'emergency-response', 'firefighter'),
  word('enterprise-production', '企业生产', 'production in an enterprise', 'production', 'factory-worker'),
  word('project-construction', '工程项目建设', 'construction of engineering projects', 'construction', 'engineering-construction', 'engineering-project-construction'),
  word('medical-support', '医疗保障', 'medical support', 'medical-security', 'medical', 'doctor', 'nurse', '医生', '护士'),
  word('urgent-official', '紧急公务', 'urgent official duty', 'urgent-official-duty', 'urgent-duty', 'urgent-public-duty', '紧急公务人员'),
];

const within = (parent: string, w: Word): VenueKind => ({ ...w, within: parent });

export const venueKinds: readonly VenueKind[] = [
  word('tourist-attraction', '旅游景点', 'tourist attraction', 'attraction', '景点'),
  word('scenic-area', '景区', 'scenic area', 'scenic-spot'),
  word('amusement', '游乐场所', 'amusement place', 'amusement-place', 'amusement-park', '游乐园', '游乐场'),
  word('entertainment', '娱乐场所', 'entertainment venue', 'entertainment-venue', 'entertainment-place'),
  within('entertainment', word('karaoke', '歌厅', 'karaoke bar', 'ktv', 'karaoke-bar')),
  within('entertainment', word('dance-hall', '舞厅', 'dance hall')),
  within('entertainment', word('games-arcade', '游艺厅', 'games arcade', 'arcade')),
  word('cinema', '电影院', 'cinema', 'movie-theatre', 'movie-theater', '影院', '影剧院'),
  word('religious', '宗教场所', 'religious venue', 'religious-place', 'religious-venue', 'religious-site'),
  within('religious', word('temple', '寺庙', 'temple', '寺观')),
  within('religious', word('church', '教堂', 'church')),
  within('religious', word('mosque', '清真寺', 'mosque')),
  word('farmers-market', '农贸市场', 'produce market', 'produce-market', 'wet-market', '菜市场'),
  word('gymnasium', '体育馆', 'gymnasium', 'gym', '健身房'),
  word('stadium', '体育场', 'stadium'),
  word('theatre', '剧场', 'theatre', 'theater', '剧院'),
  word('library', '图书馆', 'library'),
  word('museum', '博物馆', 'museum'),
  word('shopping-centre', '商场', 'shopping centre', 'mall', 'shopping-mall'),
  word('supermarket', '超市', 'supermarket'),
  word('restaurant', '餐馆', 'restaurant', '饭店'),
  word('teahouse', '茶馆', 'tea house', '棋牌室'),
  word('pharmacy', '药店', 'pharmacy', 'drugstore', 'chemist', '药房'),
  word('convenience-store', '便利店', 'convenience store', 'corner-shop'),
];

const byName = <W extends Word>(words: readonly W[]) => {
  const names = new Map<string, W>();
  for (const w of words) for (const name of [w.id, w.label.zh, ...w.also]) names.set(name, w);
  return (name: string): W | null =>
    names.get(
      name
        .normalize('NFKC')
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
    ) ?? null;
};

export const workOf = byName(works);
export const venueKindOf = byName(venueKinds);

/** The kind itself and what it lies within, nearest first. */
export function lineage(kind: VenueKind): string[] {
  const parent = kind.within === undefined ? null : venueKindOf(kind.within);
  return [kind.id, ...(parent ? lineage(parent) : [])];
}

/** What an outing is for, when it is said in a word we know; any other word says nothing. */
const duty = new Set(['duty', 'work', 'on-duty', '上班', '执勤', '公务']);
const commute = new Set(['commute', 'commuting', 'way-to-work', '上下班', '通勤']);
const personal = new Set(['shopping', 'errand', 'family', 'visit', 'visiting', 'leisure', 'walk', 'exercise', 'private', 'personal', '购物', '买菜', '探亲', '访友', '散步']);

export function purposeOf(text: string): 'duty' | 'commute' | 'personal' | null {
  const name = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return duty.has(name) ? 'duty' : commute.has(name) ? 'commute' : personal.has(name) ? 'personal' : null;
}
