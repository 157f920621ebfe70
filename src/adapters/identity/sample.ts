/**
 * Sign-in of the demonstration: the visitor picks a sample person, clerk or helper from a page that says so. There is no secret, so it is offered
 * on loopback only. A real identity provider fills the same interface (OpenID Connect).
 */
import type { Clerk, Helper, Identity, Person, Principal } from '../../app/ports/identity';
import { cast } from '../registers/reference/cast';
import { type SamplePerson, sampleMark } from '../registers/reference/people';
import { localPath } from './return-to';

type Named = { id: string; name: { zh: string; en: string } };
export type SampleOptions = {
  authorities: Named[];
  /** Where the clerks work; codes as in divisions.yaml. */
  division: string;
  otherDivisions?: string[];
  /** Helpers' stations of the city; the first two get a helper. Without any, two invented ones stand in `division`. */
  stations?: (Named & { division: string })[];
};

export function sampleIdentity(options: SampleOptions): Identity {
  const principals: Principal[] = [...cast.filter((p) => p.shows !== null && isAdult(p)).map(person), ...clerks(options), ...helpers(options)];
  const stories = sampleStories();
  const byId = new Map(principals.map((p) => [p.id, p]));
  return {
    loopbackOnly: true,
    begin: async (returnTo) => `/sign-in?to=${encodeURIComponent(localPath(returnTo))}`,
    async complete(params) {
      const chosen = params.get('sample');
      if (chosen === null) return { refused: 'cancelled' };
      const principal = byId.get(chosen);
      return principal ? { principal } : { refused: 'unknown' };
    },
    samples: () => principals,
    known: async (idNumber) => principals.find((p) => p.kind === 'person' && p.gives['idNumber'] === idNumber)?.id,
    story: (id) => stories.get(id),
  };
}

/** What each sample person is there to show, by principal id; for the page on which they are chosen. */
export const sampleStories = (): Map<string, { zh: string; en: string }> => new Map(cast.flatMap((p) => (p.shows ? [[personId(p), p.shows]] : [])));

const personId = (p: SamplePerson): string => `sample:person:${p.id}`;
/** Children apply through their guardians (民法典 §23). */
const isAdult = (p: SamplePerson): boolean => p.birthDate < '2008-01-01';

const person = (p: SamplePerson): Person => ({
  kind: 'person',
  id: personId(p),
  name: p.name,
  gives: { name: p.name, ...identifiedBy(p), ...(p.phone === null ? {} : { phone: p.phone }) },
  assurance: 2,
  sample: true,
});

/** In the names of concepts/person.yaml. */
function identifiedBy({ document }: SamplePerson): { [datum: string]: string } {
  switch (document.kind) {
    case 'id-number':
      return { idNumber: document.number };
    case 'passport':
    case 'hk-macau-permit':
      return { 'idDocument.kind': document.kind, 'idDocument.number': document.number };
  }
}

/** A clerk and the lead of the team for each authority and place. */
const clerks = ({ authorities, division, otherDivisions = [] }: SampleOptions): Clerk[] =>
  [false, true].flatMap((lead) =>
    [division, ...otherDivisions].flatMap((at) =>
      authorities.map((a) => ({
        kind: 'clerk',
        id: `sample:clerk:${a.id}:${at}${lead ? ':lead' : ''}`,
        name: `${a.name.zh}${lead ? '组长' : '工作人员'}${sampleMark}`,
        authority: a.id,
        division: at,
        sample: true,
        ...(lead && { lead }),
      })),
    ),
  );

function helpers({ division, stations = [] }: SampleOptions): Helper[] {
  const places = stations.length > 0 ? stations.slice(0, 2) : ['sample-station-1', 'sample-station-2'].map((id) => ({ id, division }));
  const names = ['易春生', '文秀莲'];
  return places.map((s, i) => ({ kind: 'helper', id: `sample:helper:${s.id}`, name: `${names[i]}${sampleMark}`, station: s.id, division: s.division, sample: true }));
}
