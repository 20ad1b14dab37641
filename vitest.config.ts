import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longestFirst.ts';

/** Tests that open no browser and no server of the house: their files share what is imported, which takes longer than they do. */
const light = ['test/{ai,crm,dialogs}/**/*.test.ts'];
/** Tests that open pages of the staff. Those of test/web bring HTTP servers of their own, which do not work beside restify. */
const pages = ['test/pages/**/*.test.ts'];
/** Tests that ask the house by HTTP: the same, in processes of their own, since restify changes Node's HTTP classes for everybody. */
const served = [
  'test/{api,badInput,channels,connector,delivery,directLine,model,notifiers,story,wechat,wecom}/**/*.test.ts',
];

const each = {
  setupFiles: ['test/support/setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // On a shared machine a core may be gone for seconds: CI tries once more, and names the test, which is a defect to mend.
  retry: process.env.CI ? 1 : 0,
  // Two cores with everything on them: what is right may take a moment.
  expect: { poll: { timeout: 15_000, interval: 20 } },
  // What a dialog or a page test prints on failure is long enough without the whole diff.
  chaiConfig: { truncateThreshold: 400 },
};

export default defineConfig({
  test: {
    // One database server for all.
    globalSetup: ['test/support/globalSetup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...each, name: 'light', include: light, isolate: false } },
      { test: { ...each, name: 'served', include: served, isolate: false } },
      { test: { ...each, name: 'pages', include: pages, isolate: false } },
      {
        test: {
          ...each,
          name: 'whole',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...light, ...served, ...pages],
        },
      },
    ],
  },
});
