import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A stray console.error or console.warn is a fault that nobody looked at: it fails the test in which it came. */
beforeEach(() => {
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...message: unknown[]) => {
      strays.push(message.map(String).join(' '));
    });
  }
});

const strays: string[] = [];

afterEach(() => {
  const seen = strays.splice(0);
  vi.restoreAllMocks();
  expect(seen, 'a stray console.error or console.warn').toEqual([]);
});
