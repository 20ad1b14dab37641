import { useState } from 'react';
import { localeOf } from '../../kit/i18n.ts';
import { safeImageUrl, safeUrl } from '../../kit/safeUrl.ts';
import { useChatTools } from '../ChatContext.ts';
import { readContent, readList, readText } from './content.ts';

/**
 * A product of the catalogue: `{ sku, name, model, price, imageUrl, attributes: [{ label, value }], url? }`. A price
 * that is a number is in yuan.
 */
export function ProductCard({ content }: { content: unknown }) {
  const { texts, language } = useChatTools();
  const [broken, setBroken] = useState(false);
  const product = readContent(content);
  const name = readText(product.name) ?? readText(product.sku) ?? '';
  const image = safeImageUrl(product.imageUrl);
  const url = safeUrl(product.url);
  const price =
    typeof product.price === 'number'
      ? new Intl.NumberFormat(localeOf[language], {
          style: 'currency',
          currency: 'CNY',
          currencyDisplay: 'narrowSymbol',
          trailingZeroDisplay: 'stripIfInteger',
        }).format(product.price)
      : readText(product.price);
  return (
    <article className="card product">
      <div className="product-image">
        {image && !broken ? (
          <img src={image} alt="" loading="lazy" onError={() => setBroken(true)} />
        ) : (
          <span aria-hidden="true">{[...name][0]}</span>
        )}
      </div>
      <div className="card-body">
        <h3 className="card-title">{name}</h3>
        {readText(product.model) && <p className="card-subtitle">{readText(product.model)}</p>}
        {price && <p className="product-price figures">{price}</p>}
        <dl className="product-attributes">
          {readList(product.attributes).map(({ label, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes
            <div key={index}>
              <dt>{readText(label)}</dt>
              <dd className="figures">{readText(value)}</dd>
            </div>
          ))}
        </dl>
        {url && (
          <a className="button" href={url} target="_blank" rel="noopener noreferrer">
            {texts.details}
            <span className="visually-hidden">{name}</span>
          </a>
        )}
      </div>
    </article>
  );
}
