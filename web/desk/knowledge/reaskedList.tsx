import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Reasked } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';

/** What became of old questions once an article was published. */
export function ReaskedList({ items }: { items: Reasked[] }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const answered = items.filter((item) => item.answered).length;
  return (
    <section className="block" role="status">
      <h2>{t.reasked}</h2>
      <p className="soft">{items.length === 0 ? t.reaskedNone : t.reaskedSome(answered, items.length)}</p>
      <ul className="reasked">
        {items.map(({ gapId, question, answered: isAnswered, text }) => (
          <li key={gapId}>
            <Tag color={isAnswered ? 'green' : 'default'}>{isAnswered ? t.answered : t.unanswered}</Tag>
            <strong>{question}</strong>
            {text && <p className="soft">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
