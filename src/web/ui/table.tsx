/** A table that scrolls sideways on its own when the screen is narrow; the first column heads its rows. */
import type { Child } from '../html/jsx-runtime';

export type Column = { label: Child; number?: boolean };

/** `id` names the caption, which the scrolling region needs. */
export const Table = (p: { id: string; caption: Child; hideCaption?: boolean; columns: readonly Column[]; rows: readonly (readonly Child[])[] }) => (
  <section class="table-scroll" aria-labelledby={p.id} tabindex={0}>
    <table>
      <caption id={p.id} class={p.hideCaption ? 'visually-hidden' : undefined}>
        {p.caption}
      </caption>
      <thead>
        <tr>
          {p.columns.map((c) => (
            <th scope="col" class={c.number ? 'number' : undefined}>
              {c.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {p.rows.map((row) => (
          <tr>{row.map((cell, i) => (i === 0 ? <th scope="row">{cell}</th> : <td class={p.columns[i]?.number ? 'number' : undefined}>{cell}</td>))}</tr>
        ))}
      </tbody>
    </table>
  </section>
);
