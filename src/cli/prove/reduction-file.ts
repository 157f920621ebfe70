/** One file that anybody can run with Node and nothing else: the definitions a plan was counted from, the plan's numbers, and a checker that counts again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsOf, type Compiled } from '../../core/journey';
import { sorted } from '../output';

export const checkerPath = (root: string) => join(root, 'src', 'cli', 'prove', 'check-reduction.mjs');

/** @param checker the text of check-reduction.mjs. */
export function reductionFile(compiled: Compiled, scenario: string, checker: string): string {
  const { plan, after, joined } = compiled;
  const shown = { journey: plan.journey, scenario, at: plan.at, catalogue: plan.catalogue, services: plan.services, documents: plan.documents, steps: plan.steps, numbers: plan.numbers };
  return [
    `// The numbers of "${plan.journey}" (${scenario}) under the law of ${plan.at}, with what they were counted from. Run: node FILE`,
    '// 这一件事的数是怎么数出来的：下面是用到的规定、方案和一段重新数一遍的程序。',
    constant('definitions', definitionsOf(compiled)),
    constant('questions', { joined: joined.questions, after: after.questions }),
    constant('plan', shown),
    checker,
  ].join('\n');
}

const constant = (name: string, value: unknown) => `const ${name} = ${JSON.stringify(sorted(value), null, 1)};`;

export const readChecker = (root: string) => readFileSync(checkerPath(root), 'utf8');
