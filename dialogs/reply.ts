import {
  type Activity,
  ActivityTypes,
  type Attachment,
  type CardAction,
  InputHints,
  type TurnContext,
} from 'botbuilder';
import { heardOf } from './heard.ts';

/** Where a fact of an answer was found; the page folds it under the answer. */
export interface Source {
  documentId: string;
  title: string;
  excerpt: string;
}

/** What goes with the words of a reply. */
export interface ReplyParts {
  /** What the customer may touch instead of typing; the words are sent as if typed. */
  buttons?: string[];
  attachments?: Attachment[];
  sources?: Source[];
  /** Whether the customer may give a thumb up or down. */
  feedback?: boolean;
  /** What it is for, where that is not an answer: a channel that counts messages sends answers first. */
  purpose?: 'care' | 'survey';
  /** Whether the page shows large type from now on. */
  largeType?: boolean;
  /** An answer is expected. */
  asks?: boolean;
}

/** The message activity for a reply. */
export function replyActivity(text: string, language: 'zh' | 'en', parts: ReplyParts = {}): Partial<Activity> {
  const { buttons, attachments, sources, feedback, purpose, largeType, asks } = parts;
  const channelData = {
    ...(sources?.length ? { sources: joined(sources) } : {}),
    ...(feedback ? { feedback: true } : {}),
    ...(purpose ? { purpose } : {}),
    ...(largeType === undefined ? {} : { largeType }),
  };
  return {
    type: ActivityTypes.Message,
    text,
    textFormat: 'markdown',
    locale: language === 'zh' ? 'zh-CN' : 'en',
    inputHint: asks || buttons?.length ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(buttons?.length ? { suggestedActions: { to: [], actions: buttons.map(button) } } : {}),
    ...(attachments?.length ? { attachments } : {}),
    ...(Object.keys(channelData).length > 0 ? { channelData } : {}),
  };
}

/** One entry a document: what was quoted from it stands together. */
function joined(sources: readonly Source[]): Source[] {
  const byDocument = new Map<string, Source>();
  for (const source of sources) {
    const known = byDocument.get(source.documentId);
    byDocument.set(source.documentId, known ? { ...known, excerpt: `${known.excerpt} ${source.excerpt}` } : source);
  }
  return [...byDocument.values()];
}

const button = (title: string): CardAction => ({ type: 'imBack', title, value: title });

/** Says something to the customer in the language of this turn. */
export async function say(context: TurnContext, text: string, parts?: ReplyParts): Promise<void> {
  await context.sendActivity(replyActivity(text, heardOf(context).language, parts));
}

/** Watches what is said from now on in this turn; `buttons`: those under the last message. */
export function lastSaid(context: TurnContext): { buttons(): string[] } {
  let last: Partial<Activity> | undefined;
  context.onSendActivities((_context, activities, next) => {
    last = activities.at(-1) ?? last;
    return next();
  });
  return { buttons: () => last?.suggestedActions?.actions.map(({ title }) => title) ?? [] };
}
