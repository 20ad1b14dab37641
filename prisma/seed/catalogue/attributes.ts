import { figures } from './figures.ts';
import { qualities } from './qualities.ts';
import type { AttributeDefinition } from './shapes.ts';

/** Everything that can be known of a product, with the words customers ask for it by. */
export const attributes: AttributeDefinition[] = [...figures, ...qualities];
