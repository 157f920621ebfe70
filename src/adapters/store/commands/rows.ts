/**
 * The parameters that `submit` and `append` share: one JSON list per table, read by json_to_recordset in the statement itself, and the texts of the events
 * as bytes, one behind the other. The texts are most of what a case weighs; as bytes they pass through unescaped and unparsed.
 */
import { hash as digest } from 'node:crypto';
import type { Command, StoredEvent } from '../../../app/ports/store';
import { broken, sealedText } from '../../../core/case/chain';
import { type Json, json, jsonText } from '../storable';

/** A command whose events do not follow one another, or whose hash is not the hash of the event: a bug of the caller, and never stored. */
export class BrokenCommand extends Error {
  override name = 'BrokenCommand';
}

/** Checks what the record will rest on, and gives each event the bytes that were hashed. @throws BrokenCommand, Unstorable */
function sealed({ case: row, events }: Command): { e: StoredEvent; text: Buffer }[] {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new BrokenCommand('a command without events');
  const wrong = broken(events, first.prev, first.n);
  if (wrong) throw new BrokenCommand(`case ${row.caseId}: ${wrong.problem} at event ${wrong.n}`);
  if (last.hash !== row.head || last.n !== row.version) throw new BrokenCommand(`case ${row.caseId}: the row does not stand at its last event`);
  return events.map((e) => {
    const text = Buffer.from(jsonText(sealedText(e)).json);
    const hash = digest('sha256', text);
    if (e.caseId !== row.caseId || hash !== e.hash) throw new BrokenCommand(`case ${row.caseId}: event ${e.n} does not have its hash`);
    return { e, text };
  });
}

export type Parameters = [cases: Json, steps: Json, events: Json, notices: Json, texts: Buffer];

/** @throws BrokenCommand, Unstorable */
export function parameters(commands: readonly Command[]): Parameters {
  const [cases, steps, events, notices]: object[][] = [[], [], [], []];
  const texts: Buffer[] = [];
  let from = 1;
  for (const c of commands) {
    const { case: k } = c;
    const { n, prev } = c.events[0] ?? {};
    cases!.push({ ...k, actor: c.actor, key: c.key, fingerprint: c.fingerprint, response: c.response ?? null, expected: n! - 1, prev });
    for (const s of c.steps) steps!.push({ ...s, caseId: k.caseId });
    for (const { e, text } of sealed(c)) {
      events!.push({ caseId: k.caseId, n: e.n, type: e.event.type, at: e.at, from, bytes: text.length, prev: e.prev, hash: e.hash });
      texts.push(text);
      from += text.length;
    }
    for (const notice of c.notices) notices!.push({ caseId: k.caseId, topic: notice.topic, key: notice.key, body: notice.body ?? null });
  }
  return [json(cases), json(steps), json(events), json(notices), Buffer.concat(texts)];
}

/** The columns of each list, as the statements read them. */
export const caseColumns = /* sql */ `"caseId" bigint, number text, division text, journey text, "applicantId" text, "applicantName" text, "actorId" text, status text,
  outcome text, version int, head text, "submittedAt" timestamptz, "updatedAt" timestamptz, actor text, key text, fingerprint text, response json, expected int, prev text`;
export const stepColumns = /* sql */ `"caseId" bigint, step text, ord int, service text, authority text, division text, status text, due timestamptz, promised timestamptz, turn timestamptz, "claimedBy" text`;
export const eventColumns = /* sql */ `"caseId" bigint, n int, type text, at timestamptz, "from" int, bytes int, prev text, hash text`;
export const noticeColumns = /* sql */ `"caseId" bigint, topic text, key text, body json`;
/** The text of event `e`. */
export const eventText = /* sql */ `convert_from(substr($5::bytea, "from", bytes), 'UTF8')`;
