/** What one register answered: each value to look at, or in one plain sentence why there is none. */
import type { OpenDraft, Reading } from '../../app/draft';
import { preparedOf } from '../../app/draft';
import { shown } from '../../app/case-view';
import { datumOf, evidenceName, say } from '../text';
import { Notice } from '../ui';
import type { Visit } from '../visit';
import { dateOf, subjectName } from './about';

export const takeName = (item: string): string => `take.${item}`;

type Props = { v: Visit; draft: OpenDraft; reading: Reading; i: number; open: boolean };

export const ReadingCard = (p: Props) => {
  const { v, reading } = p;
  const { t, law } = v;
  const register = law.registers.get(reading.register);
  const title = t.apply.wouldRead(register ? say(t, register.name) : reading.register, subjectName(v, reading.subject));
  const holder = law.authorities.get(register?.authority ?? '')?.name;
  if (reading.state !== 'found')
    return (
      <Notice tone="plain" title={title}>
        <p>{t.apply.states[reading.state]}</p>
      </Notice>
    );
  return (
    <div class="card reading">
      <h2 class="card-title">{title}</h2>
      {reading.asOf && <p class="muted">{t.apply.asOf(dateOf(v, reading.asOf))}</p>}
      {Object.entries(reading.values).map(([concept, value]) => (
        <Item
          {...p}
          item={concept}
          name={say(t, datumOf(law, concept)?.datum.label ?? { zh: concept, en: concept })}
          value={say(t, shown(law, preparedOf(v.product, p.draft), concept, value))}
          may={['accept', 'refuse', 'wrong']}
        />
      ))}
      {reading.evidence.map((piece) => (
        <Item {...p} item={piece} name={evidenceName(t, law, piece.slice(0, piece.indexOf('@')))} value={t.apply.held} may={['accept', 'refuse']} />
      ))}
      {p.open && Object.keys(reading.values).length > 0 && holder && <p class="note muted">{t.apply.ifWrong(say(t, holder))}</p>}
    </div>
  );
};

const Item = ({ v: { t }, reading, open, i, item, name, value, may }: Props & { item: string; name: string; value: string; may: ('accept' | 'refuse' | 'wrong')[] }) => {
  const s = reading.settled;
  const chosen = s?.wrong.includes(item) ? 'wrong' : s && !s.accepted.includes(item) ? 'refuse' : 'accept';
  const words = may.includes('wrong') ? t.apply.take : { ...t.apply.takeEvidence, wrong: '' };
  return (
    <fieldset class="take">
      <legend>
        <span class="muted">{name}</span> <strong>{value}</strong>
      </legend>
      {open ? (
        <div class="take-options">
          {may.map((choice) => (
            <span class="take-option">
              <input type="radio" id={`${takeName(item)}-${i}-${choice}`} name={takeName(item)} value={choice} checked={chosen === choice} />
              <label for={`${takeName(item)}-${i}-${choice}`}>{words[choice]}</label>
            </span>
          ))}
        </div>
      ) : (
        <p class="muted">{words[chosen]}</p>
      )}
    </fieldset>
  );
};
