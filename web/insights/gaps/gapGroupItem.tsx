import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { gapReportTexts } from '../i18n/gaps.ts';
import { useProducts } from '../reports.ts';
import { fates, type GapGroup } from './queries.ts';

const SHOWN = 30;

/** Questions that ask the same: how often, what became of them, each with its conversation, and an article to write. */
export function GapGroupItem({ group, most }: { group: GapGroup; most: number }): ReactNode {
  const t = useTexts(gapReportTexts);
  const formats = useFormats();
  const now = useNow();
  const { language } = useLanguage();
  const known = useProducts().data?.items.find(({ id }) => id === group.product?.id);
  const { question, count, product, article, handoffs, complaints, askedAgain, gaps } = group;
  const open = gaps.find(({ fate }) => fate === 'open');
  const about = new URLSearchParams(open ? { gap: open.id } : { title: question, product: product?.sku ?? '' });
  return (
    <li>
      <span className="gap-track" aria-hidden="true">
        <span style={{ width: `${(100 * count) / most}%` }} />
      </span>
      <p className="gap-line">
        <strong>{question}</strong>
        <span className="figures">{t.asked(formats.integer(count))}</span>
        {article ? (
          <a href={`/desk/articles/${article.id}`}>{t.article}</a>
        ) : (
          <Button size="small" href={`/desk/articles/new?${about}`}>
            {t.write}
          </Button>
        )}
      </p>
      <p className="note figures gap-facts">
        {fates.map((each) =>
          group[each] > 0 ? (
            <Tag key={each} color={each === 'open' ? 'gold' : 'default'}>
              {t.fates[each]} {formats.integer(group[each])}
            </Tag>
          ) : null,
        )}
        <span>
          {[
            known ? localized(known.name, language) : product?.name,
            handoffs > 0 && t.handoffs(formats.integer(handoffs)),
            complaints > 0 && t.complaints(formats.integer(complaints)),
            askedAgain > 0 && t.again(formats.integer(askedAgain)),
            t.last(formats.moment(group.lastAskedAt, now)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <details className="numbers">
        <summary>{t.each(formats.integer(gaps.length))}</summary>
        <ul>
          {gaps.slice(-SHOWN).map((gap) => (
            <li key={gap.id}>
              {gap.question}{' '}
              <span className="soft figures">
                {formats.moment(gap.createdAt, now)} · {t.fates[gap.fate]}
              </span>{' '}
              {gap.conversationId && <a href={`/desk/conversations/${gap.conversationId}`}>{t.conversation}</a>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
