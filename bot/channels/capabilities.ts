/** How long a text may be. */
export interface TextLimit {
  longest: number;
  in: 'characters' | 'bytes';
}

/** What a channel can show of what the bot says. What it can not is turned into what it can (presenting.ts). */
export interface Capabilities {
  /** Choices to tap: how many at most, how long each, and where they stand. Others are numbered, and the number is understood. */
  choices: { most: number; longest: number; on: 'message' | 'card' | 'menu' };
  /** A product: our own card, Bot Framework's hero card, an article with a picture, or words beside a picture. */
  cards: 'own' | 'hero' | 'article' | 'none';
  /** Adaptive Cards, and with them forms; else a card becomes its words and choices, a form a link. */
  adaptiveCards: boolean;
  /** Markdown; else words without marks. */
  markdown: boolean;
  pictures: boolean;
  /** Other files, up to so many bytes; larger ones, and all where it is 0, become a link. */
  files: number;
  /** The sign that somebody is typing. */
  typing: boolean;
  text: TextLimit;
}

const MB = 1024 * 1024;
const characters = (longest: number): TextLimit => ({ longest, in: 'characters' });
const none = { most: 0, longest: 0, on: 'message' } as const;

/** Where everything can be shown that Bot Framework knows. */
const full: Capabilities = {
  choices: { most: 100, longest: 500, on: 'message' },
  cards: 'hero',
  adaptiveCards: true,
  markdown: true,
  pictures: true,
  files: 20 * MB,
  typing: true,
  text: characters(16_000),
};

/** A channel of which nothing is known: what every messenger can show. */
const unknown: Capabilities = {
  ...full,
  choices: none,
  cards: 'none',
  adaptiveCards: false,
  markdown: false,
  files: 0,
  typing: false,
  text: characters(2000),
};

/** Messengers with cards of their own, which Azure Bot Service makes of hero cards. */
const messenger: Capabilities = { ...full, adaptiveCards: false, markdown: false, files: 0 };

/** Words alone. */
const words: Capabilities = { ...unknown, pictures: false };

/**
 * One row a channel. Sources: Azure Bot Service's "Channels reference" for cards and typing; the SDK's own table of buttons
 * (botbuilder-dialogs, choices/channel.js); Teams' "Format your bot messages" (100 KB in UTF-16, 80 recommended; suggested actions
 * only between two, so buttons stand on a card) and "Send and receive files" (files by a consent of their own in a talk between two, see connector/teams; links elsewhere);
 * each messenger's limit of a text.
 */
const rows: Readonly<Record<string, Capabilities>> = {
  // Our own. An item of a menu of 微信客服 has 128 bytes, 42 Chinese characters.
  directline: { ...full, cards: 'own', text: characters(100_000) },
  console: { ...words, cards: 'own', text: characters(100_000) },
  wechat: {
    ...words,
    choices: { most: 10, longest: 500, on: 'menu' },
    cards: 'article',
    pictures: true,
    typing: true,
    text: { longest: 2048, in: 'bytes' },
  },
  wecom: {
    ...words,
    choices: { most: 10, longest: 42, on: 'menu' },
    pictures: true,
    files: 20 * MB,
    text: { longest: 2048, in: 'bytes' },
  },
  mail: { ...words, markdown: false, text: characters(100_000) },
  // Ten segments of a Chinese text (67 units each).
  smsgateway: { ...words, text: characters(670) },
  webhook: { ...full, adaptiveCards: false, text: characters(100_000) },
  // Azure Bot Service's.
  emulator: { ...full },
  webchat: full,
  directlinespeech: full,
  msteams: { ...full, choices: { most: 6, longest: 200, on: 'card' }, files: 0 },
  slack: {
    ...messenger,
    choices: { most: 5, longest: 75, on: 'card' },
    markdown: true,
    text: characters(3000),
  },
  telegram: { ...messenger, choices: { ...full.choices, longest: 64 }, text: characters(4096) },
  facebook: { ...messenger, choices: { most: 10, longest: 20, on: 'message' }, text: characters(2000) },
  line: { ...messenger, choices: { most: 13, longest: 20, on: 'message' }, typing: false, text: characters(5000) },
  whatsapp: {
    ...unknown,
    choices: { most: 3, longest: 20, on: 'message' },
    text: characters(4096),
  },
  email: { ...unknown, markdown: true, text: characters(50_000) },
  groupme: { ...unknown, text: characters(1000) },
  sms: { ...words, text: characters(1600) },
};

/** What a channel can show, by Bot Framework's channel id. */
export const capabilitiesOf = (channelId: string): Capabilities => rows[channelId.toLowerCase()] ?? unknown;

/** Every row that differs from all others, by the name of a channel that has it; the first is that of channels nobody knows. */
export function distinctCapabilities(): Map<string, Capabilities> {
  const found = new Map<string, [string, Capabilities]>();
  for (const [name, row] of [['any other', unknown] as const, ...Object.entries(rows)]) {
    const key = JSON.stringify(row);
    if (!found.has(key)) found.set(key, [name, row]);
  }
  return new Map(found.values());
}
