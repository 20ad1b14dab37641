import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contentOf, EvaluationDataError } from '#ai/evaluation/rows.ts';
import type { AttributeDefinition, AttributeValue, Catalogue, Product } from '#crm/products/catalogue.ts';

/** Keys that say what an entry is; all others are its attributes. */
const NAME = '名称';
const DOMAIN = '领域';
/** Other everyday words for the kinds of places in such a database. */
const kindWords: Record<string, string[]> = {
  酒店: ['宾馆', '旅馆', '旅店', '住处', 'hotel'],
  餐馆: ['餐厅', '饭店', '饭馆', '馆子', 'restaurant'],
  景点: ['景区', '景点儿', 'attraction'],
};

const wordSchema = z.union([z.string(), z.number()]).transform(String);
/** What is nested deeper is no value that could be told. */
const valueSchema = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(wordSchema),
  z.unknown().transform(() => null),
]);
const entrySchema = z.tuple([z.string(), z.record(z.string(), valueSchema)]);
type Entry = z.infer<typeof entrySchema>;

/** Reads a folder of `*.json` files, each a list of [name, {key: value}], as a catalogue; keys become attributes under their own names. */
export function catalogueFromDatabase(directory: string): Catalogue {
  const entries = entriesIn(directory);
  const products = entries.map(productOf);
  const domains = [...new Set(products.map(({ categoryKey }) => categoryKey))];
  return {
    products,
    categories: domains.map((key) => ({ key, name: { zh: key, en: key }, synonyms: kindWords[key] ?? [] })),
    attributes: definitionsIn(entries),
    byId: new Map(products.map((product) => [product.id, product])),
    bySku: new Map(products.map((product) => [product.sku, product])),
  };
}

function entriesIn(directory: string): Entry[] {
  let files: string[];
  try {
    files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  } catch {
    throw new EvaluationDataError(`Can not read the folder ${directory}.`);
  }
  const entries = files.sort().flatMap((file) => {
    const parsed = z.array(entrySchema).safeParse(listIn(join(directory, file)));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new EvaluationDataError(
      `${file}, entry ${issue!.path.join('.')}: ${issue!.message}. Expected [name, {key: value}].`,
    );
  });
  if (entries.length === 0) throw new EvaluationDataError(`${directory} holds no *.json file with entries.`);
  return entries;
}

function listIn(file: string): unknown {
  try {
    return JSON.parse(contentOf(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new EvaluationDataError(`${file}: this is no JSON.`);
    throw error;
  }
}

function productOf([title, entry]: Entry, number: number): Product {
  const name = String(entry[NAME] ?? title);
  const attributes: Record<string, AttributeValue> = {};
  for (const [key, value] of Object.entries(entry)) {
    if (key === NAME || key === DOMAIN || value === null) continue;
    attributes[key] = typeof value === 'string' ? telephonesIn(value) : value;
  }
  // Not a bare figure: those stand in every sentence about prices.
  const id = `entry-${number}`;
  return {
    id,
    sku: id,
    model: '',
    categoryKey: String(entry[DOMAIN] ?? ''),
    name: { zh: name, en: name },
    aliases: [],
    description: { zh: '', en: '' },
    priceCents: 0,
    currency: 'CNY',
    attributes,
    imagePath: null,
    active: true,
    updatedAt: new Date(0),
    demo: false,
  };
}

/** Several telephone numbers in one text are a list of them. */
function telephonesIn(value: string): AttributeValue {
  const parts = value.split(/[,;、，；]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /^[\d\s+()-]{7,}(?:转\d+)?$/.test(part)) ? parts : value;
}

function definitionsIn(entries: Entry[]): AttributeDefinition[] {
  const kinds = new Map<string, AttributeDefinition['kind']>();
  for (const [, entry] of entries) {
    for (const [key, value] of Object.entries(entry)) {
      if (key === NAME || key === DOMAIN || value === null) continue;
      const kind = Array.isArray(value)
        ? 'list'
        : typeof value === 'string'
          ? 'text'
          : (typeof value as 'number' | 'boolean');
      if (kinds.get(key) !== 'list') kinds.set(key, kind);
    }
  }
  return [...kinds].map(([key, kind]) => ({ key, label: { zh: key, en: key }, synonyms: [], unit: null, kind }));
}
