import { z } from 'zod';

/** Bytes that a name or key may have (errcodes 40018, 40025, 40019). */
const bytes = (longest: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= longest, {
      error: `may have ${longest} bytes (a Chinese character has 3)`,
    });
const actions = {
  click: z.strictObject({ type: z.literal('click'), key: bytes(128) }),
  view: z.strictObject({ type: z.literal('view'), url: z.url({ protocol: /^https?$/ }) }),
  miniprogram: z.strictObject({
    type: z.literal('miniprogram'),
    appid: z.string(),
    pagepath: z.string(),
    url: z.url({ protocol: /^https?$/ }),
  }),
};
const button = (name: z.ZodType<string>) =>
  z.discriminatedUnion('type', [
    actions.click.extend({ name }),
    actions.view.extend({ name }),
    actions.miniprogram.extend({ name }),
  ]);
const folder = z.strictObject({
  name: bytes(16),
  sub_button: z
    .array(button(bytes(60)))
    .min(1)
    .max(5),
});

/**
 * The menu below the conversation (…/api/custommenu/api_createcustommenu): up to three buttons, each a command or a folder of five.
 * A key such as `say:我要投诉` is what the customer says by it, `product:SKU` asks for a product.
 */
export const menuSchema = z.strictObject({
  button: z
    .array(z.union([folder, button(bytes(16))]))
    .min(1)
    .max(3),
});
export type WechatMenu = z.infer<typeof menuSchema>;
