/** How every page of a step begins: a clerk is signed in, and the step is on her authority's desk. Opening it is recorded where the applicant sees it. */
import type { Context } from 'hono';
import { type DeskStep, deskStep } from '../../app/desk';
import type { Clerk } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import { say } from '../text';
import type { Env } from '../visit';
import { stepHref } from './kept';

export type AtStep = { clerk: Clerk; found: DeskStep; here: { number: string; step: string } };

export async function atStep(c: Context<Env>, product: Product): Promise<AtStep | Response> {
  const clerk = await only(c, 'clerk');
  if (clerk instanceof Response) return clerk;
  const found = await deskStep(product, clerk, c.req.param('number') ?? '', c.req.param('step') ?? '');
  return found ? { clerk, found, here: { number: found.open.state.number, step: found.step.filed.id } } : notFound(c);
}

/** From a page under the step back to it. */
export const trailTo = (c: Context<Env>, { found, here }: AtStep) => [{ href: stepHref(c.var.visit, here.number, here.step), label: say(c.var.visit.t, found.name) }];
