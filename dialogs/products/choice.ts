import { normalise } from '#ai/tokenizer.ts';
import type { Product } from '#crm/products/catalogue.ts';
import type { Heard } from '../heard.ts';

const ordinals = [
  /^(?:第?[一1]个?|1|one|(?:the )?first(?: one)?)[。.!！]?$/,
  /^(?:第?[二两2]个?|2|two|(?:the )?second(?: one)?)[。.!！]?$/,
  /^(?:第?[三3]个?|3|three|(?:the )?third(?: one)?)[。.!！]?$/,
  /^(?:第?[四4]个?|4|four|(?:the )?fourth(?: one)?)[。.!！]?$/,
  /^(?:第?[五5]个?|5|five|(?:the )?fifth(?: one)?)[。.!！]?$/,
  /^(?:第?[六6]个?|6|six|(?:the )?sixth(?: one)?)[。.!！]?$/,
];
const last = /^(?:最后(?:一个|那个|一款)?|the last(?: one)?|last)[。.!！]?$/;

/** Which of the offered products a message chooses: by name, model, place in the list, or a word that only one of them has. */
export function chosenOf(heard: Heard, offered: readonly Product[]): Product | undefined {
  const said = normalise(heard.text)
    .replace(/^(?:是|就|要|选|我说的是|it'?s|i mean)\s*/, '')
    .trim();
  if (!said) return undefined;
  const place = ordinals.findIndex((ordinal) => ordinal.test(said));
  if (place >= 0) return offered[place];
  if (last.test(said)) return offered.at(-1);
  const exact = offered.find((product) => namesOf(product).some((name) => name === said));
  if (exact) return exact;
  const sure = heard.reading.entities.products.filter(({ confidence }) => confidence >= 0.75).map(({ id }) => id);
  const named = offered.filter(({ id }) => sure.includes(id));
  if (named.length === 1) return named[0];
  if (said.length > 20) return undefined;
  const word = said.replace(/(?:的)?(?:那个|那款|这个|这款|那瓶|那台)$|^(?:the )|(?: one)$/g, '').trim();
  const fitting =
    word.length > 1 ? offered.filter((product) => namesOf(product).some((name) => name.includes(word))) : [];
  return fitting.length === 1 ? fitting[0] : undefined;
}

const namesOf = ({ name, aliases, model, sku }: Product): string[] =>
  [name.zh, name.en, ...aliases, model, sku].map((text) => normalise(text));
