import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '#test/support/builtPages.ts';
import { budgets, type Measured, measureBudgets } from '#web/budget.ts';

describe('what a customer has to load', () => {
  let measured: Measured;

  beforeAll(async () => {
    measured = await measureBudgets(await builtPages());
  }, 180_000);

  it.each(['chat', 'launcher'] as const)('%s: its scripts stay within their budget', (name) => {
    expect(measured[name]).toBeGreaterThan(0);
    expect(measured[name]).toBeLessThanOrEqual(budgets[name]);
  });
});
