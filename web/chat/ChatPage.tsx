import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type Language, localeOf } from '../kit/i18n.ts';
import { effectOf } from './actions.ts';
import { type ChatTools, ChatToolsProvider } from './ChatContext.ts';
import { Composer } from './Composer.tsx';
import { ConnectionNote } from './ConnectionNote.tsx';
import { Conversation } from './Conversation.tsx';
import type { Activity, CardAction } from './directLine/activity.ts';
import type { ChatClient } from './directLine/chatClient.ts';
import type { OutgoingFile } from './directLine/outbox.ts';
import type { Embedding } from './embedding.ts';
import { Header } from './Header.tsx';
import { givenIn, linesOf } from './lines.ts';
import { QueueNote } from './QueueNote.tsx';
import { useShop } from './shop.ts';
import { texts } from './texts.ts';
import { useUnread } from './useUnread.ts';

interface ChatPageProps {
  client: ChatClient;
  language: Language;
  keepLanguage(language: Language): void;
  embedding: Embedding | undefined;
}

/** The customer's page: who one talks to, what was said, and where one writes. */
export function ChatPage({ client, language: first, keepLanguage, embedding }: ChatPageProps) {
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const state = useSyncExternalStore(subscribe, () => client.state());
  const [language, setLanguage] = useState(first);
  const shop = useShop();
  const writing = useRef<HTMLTextAreaElement>(null);
  const words = texts[language];
  const shopName = shop?.name[language] ?? words.service;
  const given = useMemo(() => givenIn(state.entries), [state.entries]);
  const lines = useMemo(() => linesOf(state.entries), [state.entries]);
  useUnread(lines, state.loaded, `${shopName} · ${words.service}`, embedding);

  const switchLanguage = () => {
    const other: Language = language === 'zh' ? 'en' : 'zh';
    document.documentElement.lang = localeOf[other];
    keepLanguage(other);
    setLanguage(other);
  };

  // A button that was used goes away: the keyboard's place moves to where one writes. Touch keeps its keyboard shut.
  const focusWriting = useCallback(() => {
    if (matchMedia('(pointer: fine)').matches) writing.current?.focus();
  }, []);
  useEffect(focusWriting, [focusWriting]);

  useEffect(() => {
    if (!embedding) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) embedding.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [embedding]);

  const send = useCallback(
    (activity: Activity, files?: readonly OutgoingFile[]) => {
      const productSku = embedding?.productSku;
      client.send({ ...activity, channelData: { ...activity.channelData, ...(productSku && { productSku }) } }, files);
    },
    [client, embedding],
  );
  useEffect(() => {
    embedding?.onHelp((seconds) => send({ type: 'event', name: 'helpWanted', value: { seconds } }));
  }, [embedding, send]);

  const tools: ChatTools = useMemo(
    () => ({
      language,
      texts: words,
      shopName,
      given,
      send,
      typing: () => client.typing(),
      retry: (id) => client.retry(id),
      act: (action: CardAction) => {
        const effect = effectOf(action);
        if (!effect) return;
        if ('open' in effect) {
          window.open(effect.open, '_blank', 'noopener,noreferrer');
          return;
        }
        send(effect.send);
        focusWriting();
      },
    }),
    [language, words, shopName, given, send, client, focusWriting],
  );

  return (
    <ChatToolsProvider value={tools}>
      <div className="page" data-embedded={embedding ? '' : undefined}>
        <Header
          shop={shop}
          entries={state.entries}
          onLanguage={switchLanguage}
          onNew={() => {
            client.restart();
            focusWriting();
          }}
          onClose={embedding && (() => embedding.close())}
        />
        <ConnectionNote state={state} hotline={shop?.hotline} />
        <QueueNote place={state.place} />
        <Conversation lines={lines} entries={state.entries} typing={state.typing} loaded={state.loaded} />
        <Composer inputRef={writing} />
      </div>
    </ChatToolsProvider>
  );
}
