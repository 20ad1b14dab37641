import { asksForPerson } from '#ai/interruptions.ts';
import { Patience, withModelTurn } from '#ai/modelTurn.ts';
import { termsOf } from '#ai/questionWeight.ts';
import type { Language } from '#ai/reading.ts';
import { RecentTexts } from '#ai/recentTexts.ts';
import { sentencesOf } from '#ai/sentences.ts';
import { normalise } from '#ai/tokenizer.ts';
import type { Database } from '#prisma/client.ts';
import { NotFound } from '../errors.ts';
import { type Audience, audienceOf } from '../knowledge/audience.ts';
import type { Knowledge, KnowledgeAnswer } from '../knowledge/knowledge.ts';
import type { Product } from '../products/catalogue.ts';
import type { Products } from '../products/products.ts';
import type { CannedReplies } from './cannedReplies.ts';
import type { EarlierAnswers } from './earlierAnswers.ts';

/** A reply that may fit. `earlier`: staff gave it before; `canned`: it is kept ready; `passage`: an article says it. `id` is that record's. */
export interface ReplySuggestion {
  kind: 'earlier' | 'canned' | 'passage';
  id: string;
  /** What it stands under: the question it answered, its shortcut, the article's title. */
  title: string;
  /** What is put into the reply; may hold the variables of canned replies. */
  text: string;
  /** How well it fits, 0 to 1. */
  fit: number;
}

/** What suggestions stand on. */
export interface SuggestionParts {
  db: Database;
  knowledge: Knowledge;
  products: Products;
  cannedReplies: CannedReplies;
  earlierAnswers: EarlierAnswers;
}

/** What the customer waits to hear an answer to, and who they are. */
interface Talk {
  question: string | null;
  /** The product that was named last. */
  product: Product | null;
  language: Language;
  audience: Audience;
  /** What must not reach a model. */
  secrets: string[];
}

const SHOWN = 4;
const PASSAGES = 3;
/** How far back is looked: for the product, and for what was asked before “a person, please”. */
const LOOK_BACK = 12;
const LONGEST = 1000;
/** How sure a mention must be to count as this very product. */
const CERTAIN = 0.75;
/** Less of the question than this is chance. */
const LEAST = 0.35;
/** A passage that is not the bot's own answer must hold this much of it. */
const HELD = 0.6;
/** An answer to nearly this question is better than words that hold it. */
const ASKED_BEFORE = 0.1;
const ALIKE = 0.7;
/** Staff read while a model writes. */
const PATIENCE_MS = 8000;
const CUT = 5000;

/** Cutting texts into words costs more than all the rest; the same ones come again and again. */
const cut = new RecentTexts(CUT, termsOf);
/** Variables say nothing of what a reply is about. */
const bare = (text: string): string => text.replace(/\{[^{}\n]*\}/g, ' ');

/** Replies that may fit what a customer waits to hear; staff choose, change and send. Found on this machine; drafts are written by a model where there is one. */
export class ReplySuggestions {
  readonly #parts: SuggestionParts;

  constructor(parts: SuggestionParts) {
    this.#parts = parts;
  }

  /** Best first. `question`: the customer's words; null where nobody waits for an answer, and nothing is suggested. Throws NotFound. */
  async find(conversationId: string): Promise<{ question: string | null; items: ReplySuggestion[] }> {
    const talk = await this.#talk(conversationId);
    const { question } = talk;
    if (!question) return { question: null, items: [] };
    const weight = await this.#parts.knowledge.weigh(question);
    const found = await this.#passages(question, talk);
    if (!weight.empty) {
      for (const { id, question: title, answer, ...of } of await this.#parts.earlierAnswers.list()) {
        if (of.language !== talk.language || of.audience !== talk.audience) continue;
        const asked = cut.of(title);
        // What it holds of the question counts most: in a small shop few words are known, and other words would count too much.
        const fit = ALIKE * weight.shareIn(asked) + (1 - ALIKE) * weight.fitOf(asked);
        if (fit >= LEAST)
          found.push({ kind: 'earlier', id, title, text: answer, fit: Math.min(1, fit + ASKED_BEFORE) });
      }
      for (const { id, shortcut, text: texts } of await this.#parts.cannedReplies.list()) {
        const text = texts[talk.language];
        const fit = weight.shareIn(cut.of(bare(text)), cut.of(shortcut));
        if (fit >= LEAST) found.push({ kind: 'canned', id, title: shortcut, text, fit });
      }
    }
    return { question, items: distinct(found.sort((a, b) => b.fit - a.fit)).slice(0, SHOWN) };
  }

  /**
   * An answer to what the customer waits for, each sentence held against the shop's articles as the bot's own are; null where they do
   * not answer it. Throws NotFound.
   */
  async draft(conversationId: string): Promise<KnowledgeAnswer | null> {
    const { question, product, language, audience, secrets } = await this.#talk(conversationId);
    if (!question) return null;
    const turn = {
      conversationId,
      secrets,
      patience: new Patience(PATIENCE_MS),
      show: () => undefined,
      answers: new Map<string, Promise<unknown>>(),
    };
    return withModelTurn(turn, () => this.#parts.knowledge.answer(question, { language, product, audience }));
  }

  /** What articles say to it: the answer as the bot would quote it, then whole sentences of what else was found. */
  async #passages(question: string, { language, audience, product }: Talk): Promise<ReplySuggestion[]> {
    const { knowledge } = this.#parts;
    const answer = await knowledge.answer(question, { language, audience, product });
    const [source] = answer?.sources ?? [];
    const about = product ? { productSku: product.sku } : {};
    const passages = await knowledge.search(question, { language, audience, ...about, limit: PASSAGES });
    const weight = await knowledge.weigh(question);
    const others = passages.flatMap(({ articleId: id, title, excerpt }): ReplySuggestion[] => {
      const text = wholeSentences(excerpt, language);
      // A title alone is no answer.
      const fit = weight.shareIn(cut.of(text));
      return text && id !== source?.documentId && fit >= HELD ? [{ kind: 'passage', id, title, text, fit }] : [];
    });
    if (!answer || !source) return others;
    const { documentId: id, title } = source;
    return [{ kind: 'passage', id, title, text: answer.text, fit: answer.confidence }, ...others];
  }

  async #talk(id: string): Promise<Talk> {
    const { client } = this.#parts.db;
    const conversation = await client.conversation.findUnique({ where: { id }, include: { customer: true } });
    if (!conversation) throw new NotFound('conversation', id);
    const { customer } = conversation;
    const said = await client.activity.findMany({
      where: {
        conversationId: id,
        type: 'message',
        direction: { not: 'internal' },
        sender: { in: ['customer', 'staff'] },
        text: { not: null },
      },
      orderBy: { sequence: 'desc' },
      select: { sender: true, text: true },
      take: LOOK_BACK,
    });
    const texts = said.map(({ sender, text }) => ({ sender, text: text!.trim().slice(0, LONGEST) }));
    const answered = texts.findIndex(({ sender }) => sender === 'staff');
    const open = texts.slice(0, answered < 0 ? undefined : answered).map(({ text }) => text);
    return {
      // “A person, please” is a question already answered; what was asked before it is not.
      question: open.find((text) => text && !asksForPerson(text)) ?? open.find(Boolean) ?? null,
      product: await this.#productIn(texts.flatMap(({ sender, text }) => (sender === 'customer' ? [text] : []))),
      language: conversation.language === 'en' ? 'en' : 'zh',
      audience: audienceOf(customer?.audience),
      secrets: [customer?.name, customer?.phone, customer?.email].flatMap((known) => known ?? []),
    };
  }

  async #productIn(texts: string[]): Promise<Product | null> {
    for (const text of texts) {
      const sure = (await this.#parts.products.mentions(text)).filter(({ confidence }) => confidence >= CERTAIN);
      const last = sure.at(-1);
      if (last) return last.product;
    }
    return null;
  }
}

/** The same words are offered once. */
function distinct(found: ReplySuggestion[]): ReplySuggestion[] {
  const seen = new Set<string>();
  return found.filter(({ text }) => {
    const key = normalise(text).replace(/[\s\p{P}]/gu, '');
    return !seen.has(key) && seen.add(key);
  });
}

/** What is cut off at its ends is no sentence to send. */
function wholeSentences(excerpt: string, language: Language): string {
  const sentences = sentencesOf(excerpt);
  const from = excerpt.startsWith('…') ? 1 : 0;
  const to = excerpt.endsWith('…') ? -1 : undefined;
  return sentences.slice(from, to).join(language === 'zh' ? '' : ' ');
}
