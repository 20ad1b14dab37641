import { z } from 'zod';
import { shopProfileSchema } from '#crm/shop/shopProfile.ts';
import { operation } from './resource.ts';
import { administrator, anybody, person } from './roles.ts';

const shopSchema = shopProfileSchema.extend({ openNow: z.boolean() });
/** What the shop tells about itself, and whether people are there now. */
export type ShopJson = z.input<typeof shopSchema>;

/** The shop. */
export const shopOperations = [
  operation({
    method: 'GET',
    path: '/shop',
    summary: 'Name, hours and addresses of the shop',
    may: anybody,
    answer: shopSchema,
    run: async ({ services: { shop } }) => ({ ...(await shop.profile()), openNow: await shop.isOpen() }),
  }),
  operation({
    method: 'PUT',
    path: '/shop',
    summary: 'Replace what the shop tells about itself',
    may: administrator,
    body: shopProfileSchema,
    answer: shopSchema,
    run: async ({ services: { shop } }, { body, caller }) => {
      const profile = await shop.update(body, person(caller).id);
      return { ...profile, openNow: await shop.isOpen() };
    },
  }),
];
