import { Temporal } from 'temporal-polyfill';
import { createReader, type Reader } from '#ai/reader.ts';
import { examples as complaints } from '#dialogs/complaints/examples.ts';
import { examples as handoff } from '#dialogs/handoff/examples.ts';
import { examples as preferences } from '#dialogs/preferences/examples.ts';
import { examples as products } from '#dialogs/products/examples.ts';
import { examples as smallTalk } from '#dialogs/smallTalk/examples.ts';
import { examples as surveys } from '#dialogs/surveys/examples.ts';

/** What the shop's reader is trained from. */
export const moduleExamples = [products, complaints, surveys, preferences, handoff, smallTalk];

/** A Friday morning in Shanghai. */
export const friday = Temporal.ZonedDateTime.from('2026-11-20T10:00[Asia/Shanghai]');

/** A small catalogue. */
export const catalogue = [
  { id: 'shampoo', names: ['氨基酸洗发水', 'Amino Shampoo'] },
  { id: 'wash', names: ['燕麦沐浴露', '沐浴露', 'Oat Body Wash'] },
  { id: 'humidifier', names: ['静音加湿器', 'Quiet Humidifier', 'QM-S200'] },
  { id: 'kettle', names: ['恒温电水壶', 'QM-K15'] },
];

let reader: Reader | undefined;

/** The reader as the shop runs it; trained once per file. */
export function shopReader(): Reader {
  reader ??= createReader({ examples: moduleExamples, products: catalogue });
  return reader;
}
