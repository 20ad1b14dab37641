import type { Prisma, Purchase, PurchasePhoto } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';

/** A purchase with what lists show of it. */
export interface PurchaseDetail extends Purchase {
  customer: { id: string; name: string | null };
  product: { id: string; sku: string; name: Localized } | null;
  photos: PurchasePhoto[];
}

/** A file that shows a purchase. */
export type PurchaseProof = Pick<PurchasePhoto, 'name' | 'contentType' | 'url'>;

/** What a customer tells of a purchase that the shop has no record of: an order number or a serial number, and the day (ISO). */
export interface Registration {
  customerId: string;
  orderNumber?: string;
  serialNumber?: string;
  productId: string | null;
  productText: string | null;
  boughtOn: string;
  photos: readonly PurchaseProof[];
}

/** Which purchases are looked for. */
export interface PurchaseFilter {
  customerId?: string | undefined;
  productId?: string | undefined;
  orderNumber?: string | undefined;
  serialNumber?: string | undefined;
}

/** Whose an order or a serial number is: nobody's that is known, the asking customer's, or somebody else's. */
export type Ownership = { whose: 'nobody' | 'other' } | { whose: 'own'; purchases: PurchaseDetail[] };

export const shownWith = {
  customer: { select: { id: true, name: true } },
  product: { select: { id: true, sku: true, name: true } },
  photos: { orderBy: { id: 'asc' } },
} satisfies Prisma.PurchaseInclude;

/** What stands for the order of a product that was registered by its serial number. */
export const orderOfSerial = (serialNumber: string): string => `S/N ${serialNumber}`;

/** Whether a purchase has an order that one can name; one registered by its serial number has not. */
export const hasOrder = ({ orderNumber }: { orderNumber: string }): boolean => !orderNumber.startsWith('S/N ');
