import { useRef } from 'react';
import { useChatTools } from './ChatContext.ts';
import type { Entry } from './directLine/entries.ts';
import { Icon } from './Icons.tsx';
import type { Shop } from './shop.ts';

interface HeaderProps {
  shop: Shop | undefined;
  entries: readonly Entry[];
  onLanguage(): void;
  onNew(): void;
  onClose: (() => void) | undefined;
}

/** The brand, its hours, and the person's name once a person answers. */
export function Header({ shop, entries, onLanguage, onNew, onClose }: HeaderProps) {
  const { texts, shopName, language } = useChatTools();
  const confirm = useRef<HTMLDialogElement>(null);
  const last = entries.findLast(({ activity, mine, live }) => !mine && !live && activity.type === 'message')?.activity;
  const person = last?.channelData?.sender === 'person' ? last.from?.name : undefined;
  return (
    <header className="header">
      <span className="mark" aria-hidden="true">
        {[...shopName][0]}
      </span>
      <div className="header-words">
        <h1 className="header-name">{shopName}</h1>
        <p className="header-hours">
          {person ? (
            <span className="header-person">
              <span className="dot" data-open="true" />
              {texts.person} · {person}
            </span>
          ) : (
            shop && (
              <>
                {shop.openNow !== undefined && <span className="dot" data-open={shop.openNow} />}
                {shop.openNow === false
                  ? `${texts.closedNow} · ${shop.hoursText[language]}`
                  : texts.hours(shop.hoursText[language])}
              </>
            )
          )}
        </p>
      </div>
      <div className="header-tools">
        <button
          type="button"
          className="tool tool--text"
          onClick={onLanguage}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
        >
          <span aria-hidden="true">{texts.languageShort}</span>
          <span className="visually-hidden">{texts.language}</span>
        </button>
        <button
          type="button"
          className="tool"
          aria-label={texts.newConversation}
          title={texts.newConversation}
          onClick={() => confirm.current?.showModal()}
        >
          <Icon name="compose" />
        </button>
        {onClose && (
          <button type="button" className="tool" aria-label={texts.close} title={texts.close} onClick={onClose}>
            <Icon name="minimise" />
          </button>
        )}
      </div>
      <dialog className="dialog" ref={confirm} aria-labelledby="new-conversation">
        <form method="dialog">
          <h2 id="new-conversation">{texts.newConversationAsk}</h2>
          <p>{texts.newConversationNote}</p>
          <div className="dialog-buttons">
            <button type="submit" className="button">
              {texts.cancel}
            </button>
            <button type="submit" className="button button--primary" onClick={onNew}>
              {texts.startNew}
            </button>
          </div>
        </form>
      </dialog>
    </header>
  );
}
