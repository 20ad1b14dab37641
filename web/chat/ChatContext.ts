import { createContext, useContext } from 'react';
import type { Language } from '../kit/i18n.ts';
import type { Activity, CardAction } from './directLine/activity.ts';
import type { OutgoingFile } from './directLine/outbox.ts';
import type { Given } from './lines.ts';
import type { Texts } from './texts.ts';

/** What every part of the page may use. */
export interface ChatTools {
  language: Language;
  texts: Texts;
  /** The shop's name, or a general word until it is known. */
  shopName: string;
  given: Given;
  send(activity: Activity, files?: readonly OutgoingFile[]): void;
  retry(clientActivityID: string): void;
  /** One is writing: a person who answers may see it. */
  typing(): void;
  /** Does what a button says: sends its value or opens its address. */
  act(action: CardAction): void;
}

const ChatContext = createContext<ChatTools | undefined>(undefined);

/** Hands the tools to the parts of the page. */
export const ChatToolsProvider = ChatContext.Provider;

/** The tools; only within the page. */
export function useChatTools(): ChatTools {
  const tools = useContext(ChatContext);
  if (!tools) throw new Error('useChatTools works inside ChatToolsProvider only.');
  return tools;
}
