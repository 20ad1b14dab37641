import { z } from 'zod';
import { type Figures, quantile, rounded, share, timed } from '#ai/evaluation/measures.ts';
import { type AttributeAnswer, attributeAnswers } from '#crm/products/attributeAnswer.ts';
import type { AttributeValue, Catalogue, Product } from '#crm/products/catalogue.ts';
import { productsIn, spokenOf } from '#crm/products/spoken.ts';
import { meantProduct } from '#crm/products/talk.ts';

/** A list, one thing for a list of one, nothing for none. */
const listOf = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), one.transform((value) => [value])])
    .nullish()
    .transform((list) => list ?? []);

/** A question in a conversation and the values that answer it. What it is about and which property it asks for are not read. */
export const attributeRow = z.object({
  q: z.string(),
  gold: listOf(z.union([z.string(), z.number(), z.boolean()]).transform(String)),
  history: listOf(z.string()),
});
type AttributeRow = z.infer<typeof attributeRow>;

/** How questions were answered; `mistakes` say what was told instead. */
export interface AttributeResult {
  figures: Figures;
  mistakes: { question: string; gold: string[]; product: string | null; told: string[] }[];
}

/** Asks every question of the catalogue as the dialogs do: the product by its name or as the one spoken of, then the properties. Rows without a gold value are passed over. */
export function evaluateAttributes(all: readonly AttributeRow[], catalogue: Catalogue): AttributeResult {
  const rows = all.filter(({ gold }) => gold.length > 0);
  for (const row of rows.slice(0, 100)) ask(row, catalogue);
  const times: number[] = [];
  const mistakes: AttributeResult['mistakes'] = [];
  let told = 0;
  for (const row of rows) {
    const { result, ms } = timed(() => ask(row, catalogue));
    times.push(ms);
    told += result.answers.length;
    if (!result.answers.some((answer) => isRight(answer, row.gold)))
      mistakes.push({
        question: row.q,
        gold: row.gold,
        product: result.product?.name.zh ?? null,
        told: result.answers.map(({ label, value, item }) => `${label}: ${item ? `${item.name} ${item.held}` : value}`),
      });
  }
  return {
    figures: {
      accuracy: rounded(share(rows.length - mistakes.length, rows.length)),
      factsPerAnswer: rounded(share(told, rows.length), 2),
      msPerMessage: rounded(
        share(
          times.reduce((sum, ms) => sum + ms, 0),
          times.length,
        ),
      ),
      msP50: rounded(quantile(times, 0.5)),
      msP95: rounded(quantile(times, 0.95)),
      tested: rows.length,
    },
    mistakes,
  };
}

function ask({ q, history }: AttributeRow, catalogue: Catalogue): { product?: Product; answers: AttributeAnswer[] } {
  const product = meantProduct(q, productsIn(q, catalogue), spokenOf(history, catalogue), catalogue);
  return product ? { product, answers: attributeAnswers(q, product, catalogue, 'zh') } : { answers: [] };
}

const separators = /[\s,;、，；]+/;
const spaceless = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,;、]/g, '');
/** A figure without its unit: "4.5分" and "4.5" are one, "免费" is a price of nothing. */
function figureIn(text: string): number | undefined {
  const plain = spaceless(text);
  if (plain === '免费') return 0;
  const figure = /^¥?(\d+(?:\.\d+)?)(?:\p{L}{1,3})?$/u.exec(plain);
  return figure ? Number(figure[1]) : undefined;
}

const yes = /^(?:是|有|可以|能|支持|提供|yes|true|1)$/i;
const no = /^(?:否|无|没有|不可以|不能|不支持|不提供|no|false|0)$/i;

function isRight({ raw, item }: AttributeAnswer, gold: string[]): boolean {
  if (item) return gold.some((one) => (item.held ? yes : no).test(one.trim()));
  // Who asks for what nobody knows is told so.
  if (raw === null) return gold.some((one) => /^(?:无|暂无|没有|未知)$/.test(one.trim()));
  if (Array.isArray(raw)) {
    const held = new Set(raw.map((one) => spaceless(textOf(one))));
    return gold.every(
      (one) => held.has(spaceless(one)) || one.split(separators).every((part) => held.has(spaceless(part))),
    );
  }
  if (typeof raw === 'boolean') return gold.some((one) => (raw ? yes : no).test(one.trim()));
  if (typeof raw === 'number') return gold.some((one) => figureIn(one) === raw);
  return gold.some((one) => spaceless(one) === spaceless(textOf(raw)));
}

const textOf = (value: AttributeValue): string =>
  typeof value === 'object' && !Array.isArray(value) ? value.zh : String(value);
