import { inSlices } from '#ai/classifier/steps.ts';
import type { Classifier, Example } from '#ai/classifier.ts';
import type { Wish } from '#ai/reading.ts';
import { MAX_LENGTH, type Understanding } from '#ai/understanding.ts';
import { wishesOf } from '#ai/wishes.ts';
import type { Database } from '#prisma/client.ts';
import type { Change, Preview } from './example.ts';

/** So many of the latest messages are read; and so many changes are shown. */
const MESSAGES = 500;
const SHOWN = 100;

/** The intent as examples name it: with its finer kind. */
export const keyOf = ({ intent, aspect }: Pick<Wish, 'intent' | 'aspect'>): string =>
  aspect ? `${intent}.${aspect}` : intent;

type Sentence = Pick<Change, 'text' | 'source' | 'conversationId' | 'expected'>;

/** Reads recent messages and all examples by what counts now and by what would count: only what differs is given, customers' first. */
export async function previewOf(
  db: Database,
  understanding: Understanding,
  shop: readonly Example[],
): Promise<Omit<Preview, 'drafts'>> {
  const [messages, after] = await Promise.all([latestMessages(db), understanding.train(shop)]);
  const examples = [
    ...understanding.examples.map((example) => ({ ...example, source: 'module' as const })),
    ...shop.map((example) => ({ ...example, source: 'shop' as const })),
  ].map(({ intent, text, source }): Sentence => ({ text, source, conversationId: null, expected: intent }));
  const said = new Set(messages.map(({ text }) => text));
  const others = examples.filter(({ text }) => !said.has(text));
  const changes = await inSlices(differences([...messages, ...others], understanding.classifier, after));
  return { messages: messages.length, examples: examples.length, changes: changes.slice(0, SHOWN) };
}

function* differences(
  sentences: readonly Sentence[],
  before: Classifier,
  after: Classifier,
): Generator<void, Change[], void> {
  const changes: Change[] = [];
  for (const sentence of sentences) {
    const [was] = wishesOf(sentence.text, before);
    const [is] = wishesOf(sentence.text, after);
    if (keyOf(was!) !== keyOf(is!)) {
      changes.push({
        ...sentence,
        before: { intent: keyOf(was!), confidence: was!.confidence },
        after: { intent: keyOf(is!), confidence: is!.confidence },
      });
    }
    yield;
  }
  return changes;
}

/** What customers said last, each sentence once. */
async function latestMessages(db: Database): Promise<Sentence[]> {
  const rows = await db.client.activity.findMany({
    where: { direction: 'inbound', type: 'message', sender: 'customer', text: { not: null } },
    select: { text: true, conversationId: true },
    orderBy: { id: 'desc' },
    take: MESSAGES,
  });
  const said = new Map(rows.map(({ text, conversationId }) => [text!.trim().slice(0, MAX_LENGTH), conversationId]));
  said.delete('');
  return [...said].map(([text, conversationId]) => ({ text, conversationId, source: 'customer', expected: null }));
}
