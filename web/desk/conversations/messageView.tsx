import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Evidence } from '../complaints/evidence.tsx';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { Markdown } from './markdown.tsx';
import type { ShownMessage } from './messageOf.ts';
import { StepLine } from './stepLine.tsx';
import { WhyAnswer } from './whyAnswer.tsx';

interface Props {
  message: ShownMessage;
  /** The one before is by the same person: the name is not repeated. */
  continued: boolean;
  conversationId: string;
  onSuggestion: ((text: string) => void) | undefined;
}

function Sources({ message }: { message: ShownMessage }): ReactNode {
  const t = useTexts(conversationTexts);
  if (message.sources.length === 0) return null;
  return (
    <details className="sources">
      <summary>{t.sources(message.sources.length)}</summary>
      <ul>
        {message.sources.map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a message never changes
          <li key={index}>
            <strong>{source.title}</strong>
            {source.excerpt && <p>{source.excerpt}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Products({ message }: { message: ShownMessage }): ReactNode {
  if (message.products.length === 0) return null;
  return (
    <ul className="product-cards">
      {message.products.map((product) => (
        <li key={`${product.name} ${product.model}`}>
          <strong>{product.name}</strong>
          <span className="soft">{[product.model, product.price].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a mail says beside its text: what it is about, why the bot did not hear it, files that were not kept. */
function MailLines({ message: { mail, text } }: { message: ShownMessage }): ReactNode {
  const t = useTexts(conversationTexts);
  if (!mail) return null;
  const lines = [
    mail.subject && !text.startsWith(mail.subject) && t.mailSubject(mail.subject),
    mail.held && t.mailHeld[mail.held],
    mail.leftOut.length > 0 && t.mailLeftOut(mail.leftOut),
  ];
  return lines.flatMap((line) =>
    line ? (
      <p key={line} className="soft mail-line">
        {line}
      </p>
    ) : (
      []
    ),
  );
}

/** One message. The customer's words stand as plain text; the bot's as the customer saw them. */
export function MessageView({ message, continued, conversationId, onSuggestion }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const formats = useFormats();
  if (message.helpful !== undefined) return <p className="event-line">{message.helpful ? t.helpful : t.unhelpful}</p>;
  if (message.step) return <StepLine message={message} />;
  if (message.from === 'system') return <p className="event-line">{message.text}</p>;
  return (
    <div
      className="message"
      data-from={message.whisper ? 'whisper' : message.from}
      data-suggestion={message.suggestion ? 'yes' : undefined}
    >
      {(!continued || message.suggestion || message.whisper) && (
        <p className="message-who">
          {message.whisper && `${t.whisper} · `}
          {message.suggestion ? t.suggestion : (message.name ?? t[message.from])}
          <time dateTime={message.at} className="figures">
            {formats.time(message.at)}
          </time>
        </p>
      )}
      {message.text && (
        <div className="bubble">
          {message.from === 'bot' ? <Markdown text={message.text} /> : <p>{message.text}</p>}
        </div>
      )}
      <MailLines message={message} />
      <Evidence items={message.files} />
      <Products message={message} />
      <Sources message={message} />
      {message.from === 'bot' && <WhyAnswer conversationId={conversationId} messageId={message.id} />}
      {message.offered.length > 0 && (
        <p className="offered">
          <span className="visually-hidden">{t.offered}: </span>
          {message.offered.map((title) => (
            <span key={title}>{title}</span>
          ))}
        </p>
      )}
      {message.suggestion && onSuggestion && (
        <Button size="small" onClick={() => onSuggestion(message.text)}>
          {t.useSuggestion}
        </Button>
      )}
    </div>
  );
}
