import { safeImageUrl } from '../../kit/safeUrl.ts';
import { useChatTools } from '../ChatContext.ts';
import { Markdown } from '../markdown/Markdown.ts';
import { readContent, readList, readText } from './content.ts';

/** A hero or thumbnail card of the Bot Framework. */
export function HeroCard({ content }: { content: unknown }) {
  const { act } = useChatTools();
  const card = readContent(content);
  const [image] = readList(card.images);
  const imageUrl = safeImageUrl(image?.url);
  const title = readText(card.title);
  const subtitle = readText(card.subtitle);
  const text = readText(card.text);
  const buttons = readList(card.buttons);
  return (
    <article className="card">
      {imageUrl && <img className="card-image" src={imageUrl} alt={readText(image?.alt) ?? ''} loading="lazy" />}
      <div className="card-body">
        {title && <h3 className="card-title">{title}</h3>}
        {subtitle && <p className="card-subtitle">{subtitle}</p>}
        {text && <Markdown text={text} />}
        {buttons.length > 0 && (
          <div className="card-buttons">
            {buttons.map((button, index) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes
                key={index}
                type="button"
                className="button"
                onClick={() =>
                  act({ ...button, type: readText(button.type) ?? 'imBack', title: readText(button.title) ?? '' })
                }
              >
                {readText(button.title)}
              </button>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}
