import { XMLParser } from 'fast-xml-parser';

/** The body is no XML that Tencent would send. */
export class NotXml extends Error {
  override name = 'NotXml';
  constructor() {
    super('This is no message in XML.');
  }
}

/** The fields of `<xml>`; nested ones are objects. */
export type XmlFields = { [name: string]: string | XmlFields | (string | XmlFields)[] };

const longest = 64 * 1024;
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const cdata = '#cdata';
// Figures stay text (ids have leading zeros), and nothing in a message defines entities.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  cdataPropName: cdata,
});

/** The fields of a message. Throws NotXml; a document type is never read (XXE, entity bombs). */
export function readXml(text: string): XmlFields {
  if (text.length > longest || /<!(DOCTYPE|ENTITY)/i.test(text)) throw new NotXml();
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch {
    throw new NotXml();
  }
  const fields = (parsed as { xml?: unknown }).xml;
  if (typeof fields !== 'object' || fields === null) throw new NotXml();
  return plain(fields) as XmlFields;
}

/** CDATA stands for itself; the five entities are only of other text. */
function plain(value: unknown): XmlFields[string] {
  if (Array.isArray(value)) return value.map((each) => plain(each) as string | XmlFields);
  if (typeof value !== 'object' || value === null) {
    return String(value).replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name]!);
  }
  // Text that holds the end of a CDATA section comes in several of them.
  if (cdata in value) return [(value as Record<string, unknown>)[cdata]].flat().join('');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

/** A field as text; undefined: it is not there, or it is no text. */
export function textOf(fields: XmlFields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
