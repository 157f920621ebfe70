/** One short plain sentence that says where a case stands, for the page, the printed slip and the telephone. */
import { finalStatuses, type CaseState, type StepState } from './state';

export type Sentence = { zh: string; en: string };
export type Names = { step(id: string): { zh: string; en: string }; authority(id: string): { zh: string; en: string } };

/** @param now instant with offset: a day that has gone by is said to have gone by. */
export function sentenceOf(state: CaseState, names: Names, now: string): Sentence {
  const steps = [...state.steps.values()].filter((s) => s.status !== 'not-needed');
  const done = steps.filter((s) => s.status === 'granted' || s.status === 'delivered').length;
  if (state.status !== 'submitted') {
    switch (state.outcome) {
      case 'granted':
        return { zh: `全部办好，共 ${steps.length} 项。`, en: `All done: ${steps.length} of ${steps.length} granted.` };
      case 'partly-granted':
        return { zh: `办结：${done} 项办成，${steps.length - done} 项没有办成，原因见下。`, en: `Closed: ${done} granted, ${steps.length - done} not; the reasons are below.` };
      case 'withdrawn':
        return { zh: '已撤回。', en: 'Withdrawn.' };
      case 'lapsed':
        return { zh: '逾期没有补正，已终止。', en: 'Ended: nothing was added in time.' };
      default:
        return { zh: '没有办成，原因见下。', en: 'Not granted; the reasons are below.' };
    }
  }
  const yours = steps.find((s) => s.status === 'supplement-requested');
  if (yours) return { zh: `等您补正：${names.step(yours.filed.id).zh}。`, en: `Waiting for you to add something: ${names.step(yours.filed.id).en}.` };
  const next = nearest(steps);
  if (!next) return { zh: `已办成 ${done} 项，共 ${steps.length} 项。`, en: `${done} of ${steps.length} granted.` };
  const at = names.authority(next.filed.authority);
  const name = names.step(next.filed.id);
  const accepting = next.status === 'received' || next.status === 'supplemented';
  const day = next.due ?? next.promised;
  const until = day ? untilWords(day, accepting, next.status !== 'paused' && Date.parse(day) < Date.parse(now)) : { zh: '', en: '' };
  return { zh: `已办成 ${done}/${steps.length} 项，现在由${at.zh}办理“${name.zh}”${until.zh}。`, en: `${done} of ${steps.length} granted; ${at.en} is now handling “${name.en}”${until.en}.` };
}

function untilWords(day: string, accepting: boolean, late: boolean): Sentence {
  const [zh, en] = [dayIn(day), day.slice(0, 10)];
  if (accepting)
    return late
      ? { zh: `，本应在${zh}前告知是否受理，已经逾期`, en: `, and should have said by ${en} whether it is accepted: it is late` }
      : { zh: `，${zh}前告知是否受理`, en: `, and says by ${en} whether it is accepted` };
  return late ? { zh: `，本应在${zh}前有结果，已经逾期`, en: `; the answer was due by ${en} and is late` } : { zh: `，${zh}前有结果`, en: `, answer by ${en}` };
}

const dayIn = (instant: string) => `${+instant.slice(5, 7)}月${+instant.slice(8, 10)}日`;

function nearest(steps: StepState[]): StepState | null {
  const open = steps.filter((s) => !finalStatuses.has(s.status) && s.status !== 'waiting' && s.status !== 'depends');
  const of = (s: StepState) => s.due ?? s.promised ?? '9999';
  return open.sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))[0] ?? null;
}
