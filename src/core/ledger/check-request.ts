/** Requests: who asked whom, that an answer answers something and comes after it, and that promises have owners. */
import { checkTask } from './check-tasks';
import type { DeclaredRequest } from './declare/request';
import type { Party } from './declare/part';
import { applyToRequest, eventsOf, fitsRequest, newRequest } from './request-state';
import { below, ensureParties, type Say, unique } from './say';

export function checkRequest(r: DeclaredRequest, parties: readonly Party[], say: Say): void {
  const known = ensureParties(parties, say);
  for (const key of ['asked', 'answer', 'intends'] as const) {
    const said = r[key];
    if (!said) continue;
    known([said.by], [key, 'by']);
    if (said.points.length === 0) say('YJ845', [key, 'points'], '没有写说了什么；至少写一点', 'nothing is said; give at least one point');
  }
  if (r.asked) known([r.asked.of], ['asked', 'of']);
  if (r.kind === 'request' && !r.asked)
    say('YJ846', [], '请求没有写 asked；写明请求的内容，或把 kind 改为 meeting 或 promise', 'a request without asked; say what was asked, or make kind meeting or promise');
  if (r.answer && !r.asked) say('YJ846', ['answer'], '有答复而没有请求；写明 asked，或把答复移到 outcome', 'an answer to nothing; give asked, or move the answer to outcome');
  if (r.kind === 'promise' && !r.promises?.length) say('YJ847', [], '没有写承诺了什么；在 promises 里写明', 'nothing is promised; say what in promises');
  unique(r.promises ?? [], ['promises'], say);
  for (const [i, t] of (r.promises ?? []).entries()) checkTask(t, parties, r.on, below(say, ['promises', i]));
  checkOrder(r, say);
}

function checkOrder(r: DeclaredRequest, say: Say): void {
  const first = (r.asked ? 1 : 0) + (r.asked && r.answer ? 1 : 0) + 1;
  let state = newRequest;
  for (const [i, e] of eventsOf(r).entries()) {
    const path = i >= first ? ['events', i - first] : e.kind === 'asked' ? ['asked', 'at'] : e.kind === 'answered' ? ['answer', 'at'] : ['on'];
    if (e.at < (state.lastAt ?? e.at))
      say('YJ848', path, `${e.at} 早于前一件事的 ${state.lastAt}；改正日期，按先后写`, `${e.at} is before what came last (${state.lastAt}); correct the date and keep the order`);
    else if (!fitsRequest(state, e))
      say(
        'YJ849',
        path,
        `请求的状态是“${state.status}”，不能再“${e.kind}”；删去这一条，或补上中间发生的事`,
        `the request stands at ${state.status}, so it cannot be ${e.kind}; remove this event, or add what happened between`,
      );
    else state = applyToRequest(state, e);
  }
}
