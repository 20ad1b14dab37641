import type { Activity, Attachment } from 'botbuilder';

/** A reply as it is posted. What the receiver does not show it may leave out: the text says all but the choices. */
export interface WebhookReply {
  type: 'message';
  conversation: string;
  user: { id: string | null };
  /** Markdown. */
  text: string;
  language: 'zh' | 'en';
  /** What the customer may tap; send `value` as the text of the answer. */
  choices: { title: string; value: string }[];
  cards: { title: string; subtitle: string; text: string; picture: string | null }[];
  files: { url: string; contentType: string; name: string }[];
  /** The webhook-id of the message that it answers; null for what nobody asked. */
  replyTo: string | null;
}

interface HeroCard {
  title?: string;
  subtitle?: string;
  text?: string;
  images?: { url: string }[];
}

const isCard = ({ contentType }: Attachment) => contentType === 'application/vnd.microsoft.card.hero';

/** A presented activity as the receiver gets it. */
export function replyOf(
  activity: Partial<Activity>,
  to: Pick<WebhookReply, 'conversation' | 'user' | 'replyTo'>,
): WebhookReply {
  const { text = '', locale, attachments = [], suggestedActions } = activity;
  return {
    type: 'message',
    ...to,
    text,
    language: locale?.startsWith('en') ? 'en' : 'zh',
    choices: (suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value: String(value) })),
    cards: attachments.filter(isCard).map(({ content }) => {
      const { title = '', subtitle = '', text: facts = '', images = [] } = content as HeroCard;
      return { title, subtitle, text: facts, picture: images[0]?.url ?? null };
    }),
    files: attachments.flatMap(({ contentType, contentUrl, name }) =>
      contentUrl ? [{ url: contentUrl, contentType, name: name ?? '' }] : [],
    ),
  };
}
