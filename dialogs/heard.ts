import type { TurnContext } from 'botbuilder';
import { Temporal } from 'temporal-polyfill';
import { detectInterruption, type Interruption } from '#ai/interruptions.ts';
import { languageOf } from '#ai/languageOf.ts';
import type { MessageReader } from '#ai/reader.ts';
import type { Expecting, Language, Reading, TimeWindow } from '#ai/reading.ts';
import { explainReading } from '#crm/explanation.ts';
import { type Message, messageOf } from './message.ts';
import { turnOf } from './turn.ts';

/** A message as it was heard: what it carries, what it means, and the language to answer in. */
export interface Heard extends Message {
  reading: Reading;
  language: Language;
  /** Cancel, help, back, a person …: if the whole message says so. */
  interruption?: Interruption;
}

const heardKey = Symbol('heard');

// What says nothing about the language of a sentence: addresses, links, model numbers, "ok".
const neutral = /[\w.+-]+@[\w.-]+|https?:\/\/\S+|\b[A-Za-z-]*\d[\w-]*|\bok(?:ay)?\b/gi;

/** The language to answer in: that of the sentence, not of the names and addresses in it; `before` where there is no sentence. */
export function replyLanguage(text: string, mentions: readonly { text: string }[], before: Language): Language {
  let rest = text;
  for (const mention of mentions) rest = rest.split(mention.text).join(' ');
  return languageOf(rest.replace(neutral, ' '), before);
}

/** Reads the message of this turn, which may take a model's while. `expecting` is what the open question asks for, `before` the language spoken so far. */
export async function hear(
  context: TurnContext,
  reader: MessageReader,
  options: { zone: string; before: Language; expecting?: Expecting },
): Promise<Heard> {
  const message = messageOf(context.activity);
  const now = Temporal.Instant.fromEpochMilliseconds(turnOf(context).now.getTime()).toZonedDateTimeISO(options.zone);
  const reading = await reader.read(message.text, {
    now,
    language: options.before,
    ...(options.expecting ? { expecting: options.expecting } : {}),
  });
  const interruption = detectInterruption(message.text);
  const heard: Heard = {
    ...message,
    reading,
    language: replyLanguage(message.text, reading.entities.products, options.before),
    ...(interruption ? { interruption } : {}),
  };
  setHeard(context, heard);
  return heard;
}

/** Makes known what was heard in this turn. */
export const setHeard = (context: TurnContext, heard: Heard): void => {
  context.turnState.set(heardKey, heard);
  if (heard.text) explainReading(heard.reading);
};

/** What was heard in this turn. In a turn that the clock or staff started, nothing was said: then only `language` means something. */
export function heardOf(context: TurnContext): Heard {
  const heard = context.turnState.get<Heard | undefined>(heardKey);
  if (!heard) throw new Error('Nothing was heard: dialogs run inside the main dialog.');
  return heard;
}

/** What stands for the message in a turn that no message started. */
export const silence = (language: Language): Heard => ({
  text: '',
  photos: [],
  language,
  reading: {
    language,
    intent: 'none',
    confidence: 0,
    wishes: [{ intent: 'none', text: '', confidence: 0 }],
    entities: { products: [], phones: [], emails: [], orderNumbers: [], complaintNumbers: [], amounts: [], dates: [] },
    sentiment: { label: 'neutral', score: 0 },
  },
});

/** Hours in which something suits the customer; not the part of a day on which something happened ("上周五晚上冒烟"). */
export function hoursIn(heard: Heard): TimeWindow | undefined {
  const { timeWindow, dates } = heard.reading.entities;
  return timeWindow && !dates.some(({ text }) => text.includes(timeWindow.text)) ? timeWindow : undefined;
}
