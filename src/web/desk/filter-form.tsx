/** Filters beside the state: service, place, who holds it, and the light. A form that asks the same address. */
import type { Clerk } from '../../app/ports/identity';
import { say } from '../text';
import { Button, LinkButton, to } from '../ui';
import type { Visit } from '../visit';
import { type Asked, holders, isNarrowed, lightColours } from './filters';

type Choice = { value: string; label: string };

export const FilterForm = ({ v, clerk, asked }: { v: Visit; clerk: Clerk; asked: Asked }) => {
  const { t, law } = v;
  const words = t.staff;
  const services = [...law.services.values()].filter((s) => s.authority === clerk.authority).map((s) => ({ value: s.id, label: say(t, s.name) }));
  // Towns and districts; a place stands for all within it.
  const places = [...law.divisions.values()].filter((d) => d.code.startsWith(law.city.home) && d.code.length <= 9).map((d) => ({ value: d.code, label: say(t, d.name) }));
  return (
    <form class="queue-filters" method="get" action="/desk" aria-label={words.filter}>
      {asked.state !== 'todo' && <input type="hidden" name="state" value={asked.state} />}
      <Choose v={v} name="service" label={words.service} options={services} value={asked.service} />
      <Choose v={v} name="division" label={words.division} options={places} value={asked.division} />
      <Choose v={v} name="holder" label={words.holder} options={holders.map((value) => ({ value, label: words.holders[value] }))} value={asked.holder} />
      <Choose v={v} name="light" label={words.light} options={lightColours.map((value) => ({ value, label: words.lights[value] }))} value={asked.light} />
      <Button small>{words.apply}</Button>
      {isNarrowed(asked) && (
        <LinkButton kind="plain" small href={to('/desk', undefined, asked.state === 'todo' ? {} : { state: asked.state })}>
          {words.clear}
        </LinkButton>
      )}
    </form>
  );
};

const Choose = ({ v, name, label, options, value }: { v: Visit; name: string; label: string; options: readonly Choice[]; value: string | undefined }) => (
  <label>
    <span>{label}</span>
    <select class="input" data-key={name === 'service' ? 'f' : undefined} name={name} id={`filter-${name}`}>
      <option value="">{v.t.staff.all}</option>
      {options.map((o) => (
        <option value={o.value} selected={o.value === value}>
          {o.label}
        </option>
      ))}
    </select>
  </label>
);
