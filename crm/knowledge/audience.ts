import { z } from 'zod';

/** For whom an article is written: everybody, dealers, customers with a contract, customers whom the shop serves directly. */
export const audiences = ['public', 'dealer', 'contract', 'direct'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

/** The class of a customer; whoever has none, or an unknown one, is the public. */
export const audienceOf = (value: string | null | undefined): Audience =>
  audienceSchema.safeParse(value).data ?? 'public';

/** Whether somebody of class `reader` may be told what an article of class `audience` says. Classes do not contain each other; all see what is public. */
export const mayHear = (reader: Audience, audience: string): boolean => audience === 'public' || audience === reader;
