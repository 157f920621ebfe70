/** One policy: what it gives, each condition with how it stands, and the way on. */
import type { PolicyMatch } from '../../core/journey';
import { standsAlone } from '../basket/alone';
import { citationOf, day, ruleInWords, say } from '../text';
import { ActionButton, Icon, Illustrative, SourceLink, Tag, to, type IconName, type Tone } from '../ui';
import type { Visit } from '../visit';

export const PolicyCard = ({ v, match: { service, state, conditions, missing }, names }: { v: Visit; match: PolicyMatch; names: string }) => {
  const { t, law } = v;
  const policy = service.policy!;
  const source = policy.source ? citationOf(t, law, policy.source) : null;
  return (
    <li class="card">
      <h3 class="card-title">
        <a class="go" href={to('/services', service.id)}>
          {say(t, service.name)}
        </a>
      </h3>
      <p>
        {say(t, policy.gives)}
        {policy.until && <span class="muted"> {t.policies.until(day(t, policy.until))}</span>}
        {policy.illustrative && <Illustrative t={t} />}
      </p>
      <ul class="conditions">
        {conditions.map((c) => {
          const [tone, icon, word] = shown(t, c.holds);
          return (
            <li>
              <Tag tone={tone}>
                <Icon name={icon} />
                <span class="visually-hidden">{word}</span>
                {c.says ? say(t, c.says) : ruleInWords(t, law, c.rule, service.subjects)}
              </Tag>
            </li>
          );
        })}
      </ul>
      {missing.length > 0 && <p class="muted">{t.policies.missing(names)}</p>}
      {source && (
        <p class="from">
          <SourceLink href={source.href}>{source.title}</SourceLink>
        </p>
      )}
      {state !== 'not' &&
        (service.initiator === 'authority' ? (
          <p class="muted">{t.policies.automatic}</p>
        ) : (
          standsAlone(law, service) && (
            <ActionButton small action="/basket" fields={{ add: service.id, back: '/basket' }} label={`${t.basket.add}: ${say(t, service.name)}`}>
              {t.basket.add}
            </ActionButton>
          )
        ))}
    </li>
  );
};

const shown = (t: Visit['t'], holds: boolean | null): [Tone, IconName, string] =>
  holds === null ? ['info', 'waiting', t.policies.open] : holds ? ['good', 'done', t.policies.met] : ['bad', 'stopped', t.policies.unmet];
