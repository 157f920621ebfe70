/** The documents of a service as its guide lists them, with what need not be handed over here; then the facts to give. */
import type { EvidenceLine } from '../../core/catalogue';
import { citationOf, conceptName, evidenceName, length, ruleInWords, say } from '../text';
import { Disclosure, Illustrative, SourceLink, Tag } from '../ui';
import type { Shown } from './shown';

export const Materials = (s: Shown) => {
  const { t, law } = s.v;
  const { evidence = [], needs = [] } = s.service;
  return (
    <>
      {evidence.length === 0 && <p>{t.journey.documentsNone}</p>}
      <ul class="pieces">
        {evidence.map((e) => (
          <Line {...s} e={e} />
        ))}
      </ul>
      {needs.length > 0 && (
        <Disclosure title={t.service.needsTitle(needs.length)}>
          <ul class="plain">
            {needs.map((n) => (
              <li>
                {conceptName(t, law, n.concept, s.service.subjects)}
                {n.when && <span class="from">{t.service.onlyIf(ruleInWords(t, law, n.when, s.service.subjects))}</span>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};

const Line = ({ v, service, e }: Shown & { e: EvidenceLine }) => {
  const { t, law } = v;
  const lists = e.anyOf.map((l) =>
    l.map((p) => `${evidenceName(t, law, p.id, p.of)}${(p.copies ?? 1) > 1 ? ` × ${p.copies}` : ''}${p.form === 'paper' && p.kept ? `（${t.service.paper}）` : ''}`).join(t.service.and),
  );
  const pieces = e.anyOf.flat().map((p) => law.evidence.get(p.id)!);
  const held = pieces.flatMap((p) => p.heldBy ?? []).find((h) => v.product.connected.has(h.register));
  return (
    <li>
      {lists.length === 1 ? (
        <b>{lists[0]}</b>
      ) : (
        <>
          {t.service.anyOne}
          <ul>
            {lists.map((l) => (
              <li>
                <b>{l}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {e.illustrative && <Illustrative t={t} />} {e.necessity === 'optional' && <Tag>{t.service.optional}</Tag>}
      {e.deferrable && <Tag tone="info">{t.service.deferrable(length(t, e.deferrable.within))}</Tag>}
      {e.when && <span class="from">{t.service.onlyIf(ruleInWords(t, law, e.when, service.subjects))}</span>}
      {pieces.every((p) => p.kind === 'form') && <span class="from">{t.service.formMade}</span>}
      {held && <span class="from">{t.service.held(say(t, law.registers.get(held.register)!.name))}</span>}
      {e.source && (
        <span class="from">
          <SourceLink href={citationOf(t, law, e.source).href}>{citationOf(t, law, e.source).title}</SourceLink>
        </span>
      )}
    </li>
  );
};
