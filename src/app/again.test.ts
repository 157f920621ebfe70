/** What a change of facts sets going, from the steps as they would be filed now. */
import { describe, expect, test } from 'vitest';
import { accept, refuse } from '../core/case';
import { filed } from '../core/case/testing/made-up';
import { done, opened } from '../core/case/testing/under-law';
import { changeBetween } from './again';

describe('a step that was refused', () => {
  const reads = (id: string, fact: string) => ({ id, facts: [fact] });
  const steps = [reads('sign', 'premises.signArea'), reads('food', 'premises.area')] as const;
  const now = steps.map((s) => ({ ...filed({ id: s.id }), facts: s.facts }));
  const signRefused = () => {
    const state = done(opened('2021-09-28', ...steps), '2021-09-28', (h) => accept(h, 'sign'));
    return done(state, '2021-09-29', (h) => refuse(h, 'sign', ['超过尺寸']));
  };

  test('stays refused when something else changes', () => {
    const change = changeBetween(signRefused(), now, { 'premises.area': 60 }, []);
    expect([change.added.map((f) => f.id), change.changed.map((f) => f.id)]).toEqual([[], ['food']]);
  });
  test('is filed anew when what it rested on changes', () => {
    expect(changeBetween(signRefused(), now, { 'premises.signArea': 2 }, []).added.map((f) => f.id)).toEqual(['sign']);
  });
});
