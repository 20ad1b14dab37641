import { safeUrl } from '../kit/safeUrl.ts';
import { useChatTools } from './ChatContext.ts';
import type { Source } from './directLine/activity.ts';
import { Icon } from './Icons.tsx';

/** What an answer rests on, folded. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { texts } = useChatTools();
  if (sources.length === 0) return null;
  return (
    <details className="sources">
      <summary>
        <Icon name="book" size={16} />
        {texts.sources(sources.length)}
      </summary>
      <ul>
        {sources.map(({ title, excerpt, url }, index) => {
          const href = safeUrl(url);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a message never changes
            <li key={index}>
              {href ? (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                <strong>{title}</strong>
              )}
              {excerpt && <p>{excerpt}</p>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
