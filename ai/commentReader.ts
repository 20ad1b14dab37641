import type { LanguageModel } from './languageModel.ts';
import { Mask } from './masking.ts';
import { commentPrompt, commentRules, commentShape, type ModelComments } from './model/commentPrompt.ts';

/** How somebody feels about something, as far as words tell. */
export const feelings = ['negative', 'neutral', 'positive'] as const;
export type Feeling = (typeof feelings)[number];

/** What a comment says: how its writer feels, and about what. A comment may praise the product and blame the delivery. */
export interface CommentRead {
  feeling: Feeling;
  themes: { code: string; feeling: Feeling }[];
}

/** A comment as it was written. `secrets`: what is known of whoever wrote it, and must not leave the house. */
export interface WrittenComment {
  text: string;
  secrets: readonly string[];
}

/** Reads comments, several in one call. */
export interface CommentReader {
  readonly model: string;
  /**
   * What each says, in their order; null where the model left one out or said two things of it. Nothing but masked words and a number
   * leaves. Throws LanguageModelError.
   */
  read(comments: readonly WrittenComment[], options?: { signal?: AbortSignal }): Promise<(CommentRead | null)[]>;
}

const LONGEST = 1000;
const TIMEOUT_MS = 30_000;
/** An entry with all themes takes some 200 tokens; most have one or two. */
const TOKENS_EACH = 120;
const TOKENS_MORE = 200;

/** Reads by one call to a model that fills in an object. Themes that are not of the list are dropped, whoever asked for them. */
export function createCommentReader({
  model,
  themes,
}: {
  model: LanguageModel;
  /** The closed list: codes with what each means. */
  themes: readonly { code: string; means: string }[];
}): CommentReader {
  const codes = new Set(themes.map(({ code }) => code));
  const shape = { name: 'comments', schema: commentShape([...codes]) };
  const rules = commentRules(themes);

  return {
    model: model.name,
    async read(comments, { signal } = {}) {
      // Each has a mask of its own: the same name in two comments is not told to be one person's.
      const masked = comments.map(({ text, secrets }) => new Mask(secrets).hide(text).slice(0, LONGEST));
      const { object } = await model.object(commentPrompt(rules, masked), shape, {
        timeoutMs: TIMEOUT_MS,
        maxTokens: comments.length * TOKENS_EACH + TOKENS_MORE,
        temperature: 0,
        call: { purpose: 'comments' },
        ...(signal && { signal }),
      });
      return masked.map((_, place) => entryOf(object, place + 1, codes));
    },
  };
}

function entryOf({ comments }: ModelComments, number: number, codes: ReadonlySet<string>): CommentRead | null {
  const [entry, ...more] = comments.filter((each) => each.number === number);
  if (!entry || more.length > 0) return null;
  const known = new Map<string, Feeling>();
  for (const { theme, feeling } of entry.themes) if (codes.has(theme) && !known.has(theme)) known.set(theme, feeling);
  return { feeling: entry.feeling, themes: [...known].map(([code, feeling]) => ({ code, feeling })) };
}
