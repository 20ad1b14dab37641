import { articleKind } from './articles/articleKind.ts';
import type { ImportKind } from './importKind.ts';
import { productKind } from './products/productKind.ts';

/** What can be imported. A new one is its own folder and a line here. */
export const importKinds: readonly ImportKind[] = [productKind, articleKind];
