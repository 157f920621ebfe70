/** The facts a compiled rule reads, each in its place in an array: looking a place up costs less than looking a name up. */
import type { Facts, RowOf } from './evaluate';
import type { Known } from './known';

export type Row = { readonly [concept: string]: Known | undefined };
/** A fact, the rows of a list, or the row a quantifier is at. */
export type Value = Known | undefined | readonly RowOf[] | RowOf;
export type Values = Value[];

export class Slots {
  /** The concept in each place; null where a list's rows stand, or the row a quantifier is at. */
  private readonly concepts: (string | null)[] = [];
  private readonly places = new Map<string, number>();
  private readonly lists: { list: string; at: number }[] = [];

  of(concept: string): number {
    let at = this.places.get(concept);
    if (at === undefined) this.places.set(concept, (at = this.concepts.push(concept) - 1));
    return at;
  }
  list(list: string): number {
    const known = this.lists.find((l) => l.list === list);
    if (known) return known.at;
    const at = this.row();
    this.lists.push({ list, at });
    return at;
  }
  row(): number {
    return this.concepts.push(null) - 1;
  }

  /** Takes a person's facts into `values`, which may be used again and again; lists are not among them. */
  fill(row: Row, values: Values): Values {
    const { concepts } = this;
    for (let i = 0; i < concepts.length; i++) {
      const concept = concepts[i];
      values[i] = typeof concept === 'string' ? row[concept] : undefined;
    }
    return values;
  }
  /** `at` is no concept: the day of the law has its place beside them. */
  read(facts: Facts): Values {
    const values: Values = this.concepts.map((c) => (c === null ? undefined : c === 'at' ? facts.today || undefined : facts.value(c)));
    for (const { list, at } of this.lists) values[at] = facts.rows(list);
    return values;
  }
}

/** A rule made ready: what it gives for facts in their places. */
export type Decide = (values: Values) => Known | undefined;
export type Compiling = {
  slots: Slots;
  /** The day of `at`, where it is the same for everybody: `''` where no day is meant; undefined to read it with the facts. */
  today?: string;
  /** Keep what one fact alone decides, for deciding many people with the same rule. */
  remember?: boolean;
};
