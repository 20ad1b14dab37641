import { operation } from './resource.ts';
import { administrator } from './roles.ts';

/** The demo shop. */
export const demoOperations = [
  operation({
    method: 'DELETE',
    path: '/demo',
    summary: 'Remove the demo shop’s records',
    may: administrator,
    run: async ({ removeDemo }) => {
      await removeDemo();
    },
  }),
];
