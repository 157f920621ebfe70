/**
 * A journey as a graph, drawn on the server: boxes in layers from top to bottom, so that a phone reads it without zooming; arrows from the
 * step that gives a result to the step that needs it. The table beside it says the same.
 */
import type { Plan, PlanStep } from '../../core/journey';
import { conceptName, evidenceName, say, stepName } from '../text';
import { Table } from '../ui';
import type { Visit } from '../visit';

type Placed = { step: PlanStep; name: string; layer: number; x: number; y: number };
const box = { width: 150, height: 44, across: 14, down: 34 };
const perRow = 2;

/** One more than the deepest step it takes something from. Steps never wait in a circle. */
function layers(steps: readonly PlanStep[]): Map<string, number> {
  const found = new Map<string, number>();
  const layerOf = (id: string, seen: ReadonlySet<string>): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const step = steps.find((s) => s.id === id);
    if (!step || seen.has(id)) return 0;
    const before = step.after.map((a) => layerOf(a.step, new Set([...seen, id])) + 1);
    const layer = Math.max(0, ...before);
    found.set(id, layer);
    return layer;
  };
  for (const s of steps) layerOf(s.id, new Set());
  return found;
}

/** Rows of at most two boxes: a layer wider than that goes on in the next row. */
function placed(v: Visit, journey: string | null, steps: readonly PlanStep[]): Placed[] {
  const layer = layers(steps);
  const all: Placed[] = [];
  let row = 0;
  for (let l = 0; l <= Math.max(0, ...layer.values()); l++) {
    // Steps that others wait for stand lowest in their layer, so that no arrow runs behind a box.
    const waitedFor = (s: PlanStep) => (steps.some((x) => x.after.some((a) => a.step === s.id)) ? 1 : 0);
    const here = steps.filter((s) => layer.get(s.id) === l).sort((a, b) => waitedFor(a) - waitedFor(b));
    here.forEach((step, i) => {
      const y = (row + Math.floor(i / perRow)) * (box.height + box.down) + 4;
      all.push({ step, name: stepName(v.t, v.law, journey, step.id), layer: l, x: (i % perRow) * (box.width + box.across) + 4, y });
    });
    row += Math.ceil(here.length / perRow);
  }
  return all;
}

/** A name in at most two lines of the box. */
function lines(name: string): string[] {
  const wide = /[\u2e80-\u9fff]/.test(name) ? 9 : 20;
  const rest = name.slice(wide);
  return rest === '' ? [name] : [name.slice(0, wide), rest.length > wide ? `${rest.slice(0, wide - 1)}…` : rest];
}

export const JourneyGraph = ({ v, plan }: { v: Visit; plan: Plan }) => {
  const { t } = v;
  const nodes = placed(v, plan.journey, plan.steps);
  const at = new Map(nodes.map((n) => [n.step.id, n] as const));
  const width = perRow * (box.width + box.across);
  const height = Math.max(...nodes.map((n) => n.y)) + box.height + 8;
  const because = (id: string) => (v.law.evidence.has(id) ? evidenceName(t, v.law, id) : conceptName(t, v.law, id));
  return (
    <section>
      <h2 id="graph">{t.editor.graph}</h2>
      <p>{t.editor.graphLead}</p>
      <figure class="graph">
        <svg viewBox={`0 0 ${width} ${height}`} role="img">
          <title>{t.editor.graph}</title>
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M0 0 8 4 0 8z" class="graph-head" />
            </marker>
          </defs>
          {nodes.flatMap((n) =>
            [...new Set(n.step.after.map((a) => a.step))].flatMap((from) => {
              const a = at.get(from);
              if (!a) return [];
              const [x1, y1, x2, y2] = [a.x + box.width / 2, a.y + box.height, n.x + box.width / 2, n.y];
              return [<path d={`M${x1} ${y1}C${x1} ${y1 + 18} ${x2} ${y2 - 18} ${x2} ${y2 - 2}`} class="graph-edge" marker-end="url(#arrow)" />];
            }),
          )}
          {nodes.map((n) => (
            <g class={n.step.critical ? 'graph-node critical' : 'graph-node'}>
              <rect x={n.x} y={n.y} width={box.width} height={box.height} rx="8" />
              {lines(n.name).map((line, i, all) => (
                <text x={n.x + box.width / 2} y={n.y + box.height / 2 + (i - (all.length - 1) / 2) * 16 + 5} text-anchor="middle">
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </figure>
      <Table
        id="graph-table"
        caption={t.editor.graph}
        hideCaption
        columns={[{ label: t.editor.graphColumns.step }, { label: t.editor.graphColumns.authority }, { label: t.editor.graphColumns.needs }, { label: t.editor.graphColumns.when, number: true }]}
        rows={plan.steps.map((s) => [
          stepName(t, v.law, plan.journey, s.id),
          say(t, v.law.authorities.get(s.authority)?.name ?? { zh: s.authority, en: s.authority }),
          s.after.length === 0 ? t.editor.graphNone : [...new Set(s.after.map((a) => t.editor.graphNeeds(because(a.because), stepName(t, v.law, plan.journey, a.step))))].join(t.joins.semicolon),
          `${s.stages[0]?.start ?? 0}–${s.stages.at(-1)?.finish ?? 0}`,
        ])}
      />
    </section>
  );
};
