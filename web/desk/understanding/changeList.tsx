import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExamplePreviewJson } from '#api/examples.ts';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { intentNames, understandingTexts } from '../i18n/understanding.ts';

/** The sentences that would be understood otherwise, before and after. */
export function ChangeList({ preview }: { preview: ExamplePreviewJson }): ReactNode {
  const t = useTexts(understandingTexts);
  const names = useTexts(intentNames);
  const formats = useFormats();
  const { changes } = preview;
  const read = (what: { intent: string; confidence: number }): string =>
    `${nameOf(names, what.intent)} ${formats.percent(what.confidence)}`;
  return (
    <div className="changes" aria-live="polite">
      <p>
        {t.read(preview.messages, preview.examples)} {changes.length === 0 ? t.noChange : t.changes(changes.length)}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.source} ${change.text}`}>
            <p className="change-text">{change.text}</p>
            <p className="soft">
              {t.before} {read(change.before)} → {t.after} <strong>{read(change.after)}</strong>
              {change.expected && ` · ${t.expected(nameOf(names, change.expected))}`}
              {change.conversationId && (
                <>
                  {' · '}
                  <Link to={`/conversations/${change.conversationId}`}>{t.conversation}</Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
