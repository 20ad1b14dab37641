import { z } from 'zod';
import { readSentiment } from '#ai/sentiment.ts';
import type { Activity } from '#prisma/client.ts';

/** A message of a conversation, as a talk is judged by it. */
export interface Said {
  id: string;
  sequence: number;
  sender: 'customer' | 'bot' | 'staff';
  text: string;
  at: Date;
  /** Of a customer's: how it felt, -1 to 1; null: it has no words of their own, only a choice that was offered ("a refund"), or none. */
  feeling: number | null;
  /** Of a customer's: what it was taken for, where that was kept. */
  intent: string | null;
  /** Of the bot's: whether it told something that was asked for, and what that rests on. */
  isAnswer: boolean;
  sources: string[];
}

export type SaidRow = Pick<Activity, 'id' | 'sequence' | 'sender' | 'text' | 'body' | 'explanation' | 'createdAt'>;

const bodySchema = z.object({
  channelData: z.object({ sources: z.array(z.object({ documentId: z.string() })) }).partial(),
});
const offeredSchema = z.object({
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string() })) }),
});
const explanationSchema = z.object({
  reading: z.object({ intent: z.string(), sentiment: z.object({ score: z.number() }) }).nullable(),
  steps: z.array(
    z.object({
      kind: z.string(),
      chosen: z.array(z.unknown()).optional(),
      facts: z.array(z.object({ value: z.string().nullable() })).optional(),
      candidates: z.array(z.unknown()).optional(),
    }),
  ),
});

/** Whatever these modules reply is what was asked for: one's points, orders, promises, wishes, rights. */
const serving = new Set(['purchases', 'points', 'promises', 'preferences', 'consent', 'privacy', 'vouchers']);

/** The messages of a conversation in their order. What a reply says of the message before it (its reading) is kept with that message. */
export function saidIn(rows: readonly SaidRow[]): Said[] {
  const said: Said[] = [];
  let offered = new Set<string>();
  for (const row of rows) {
    const { sender } = row;
    if (sender !== 'customer' && sender !== 'bot' && sender !== 'staff') continue;
    const parsed = explanationSchema.safeParse(row.explanation);
    const explained = sender === 'bot' && parsed.success ? parsed.data : null;
    const sources = sourcesOf(row.body);
    if (explained?.reading) {
      const before = said.findLast((each) => each.sender === 'customer');
      if (before?.intent === null) {
        before.intent = explained.reading.intent;
        if (before.feeling !== null) before.feeling = explained.reading.sentiment.score;
      }
    }
    const text = row.text ?? '';
    const felt = sender === 'customer' && /\p{L}/u.test(text) && !offered.has(text.trim());
    if (sender !== 'customer') offered = offeredIn(row.body);
    said.push({
      id: row.id,
      sequence: row.sequence,
      sender,
      text,
      at: row.createdAt,
      feeling: felt ? readSentiment(text).score : null,
      intent: null,
      isAnswer: sender === 'bot' && (sources.length > 0 || (explained !== null && tellsSomething(explained))),
      sources,
    });
  }
  return said;
}

/** What could be chosen by a tap. */
function offeredIn(body: unknown): Set<string> {
  const parsed = offeredSchema.safeParse(body);
  return new Set(parsed.success ? parsed.data.suggestedActions.actions.map(({ title }) => title.trim()) : []);
}

function sourcesOf(body: unknown): string[] {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? (parsed.data.channelData.sources ?? []).map(({ documentId }) => documentId) : [];
}

function tellsSomething({ reading, steps }: z.infer<typeof explanationSchema>): boolean {
  if (reading && serving.has(reading.intent)) return true;
  return steps.some(({ kind, chosen, facts, candidates }) =>
    kind === 'passages'
      ? (chosen?.length ?? 0) > 0
      : kind === 'facts'
        ? (facts ?? []).some(({ value }) => value !== null)
        : (candidates?.length ?? 0) > 0,
  );
}
