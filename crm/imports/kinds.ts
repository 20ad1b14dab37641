import { articleKind } from './articles/articleKind.ts';
import { customerKind } from './customers/customerKind.ts';
import type { ImportKind } from './importKind.ts';
import { productKind } from './products/productKind.ts';
import { purchaseKind } from './purchases/purchaseKind.ts';
import { responseKind } from './responses/responseKind.ts';

/** What can be imported. A new one is its own folder and a line here. */
export const importKinds: readonly ImportKind[] = [productKind, articleKind, customerKind, purchaseKind, responseKind];
