import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { ProblemNote } from '../../desk/frame/problemNote.tsx';
import { nameOf } from '../../desk/i18n/dictionary.ts';
import { channelNames } from '../../desk/i18n/names.ts';
import { ActionBar } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { relationTexts } from '../i18n/relation.ts';
import { valueNames } from '../i18n/relationLines.ts';
import { useArticleOf } from './articleOf.ts';
import { type Behind, type RelationAsked, type RelationRow, useBehind } from './queries.ts';

interface Props {
  asked: RelationAsked;
  /** The line, and what it is called. */
  line: Pick<RelationRow, 'value' | 'name'>;
  name: string;
  /** What the report is called. */
  report: string;
  close(): void;
}

/** The customers or conversations behind a line, newest first, each with its page. */
export function BehindList({ asked, line, name, report, close }: Props): ReactNode {
  const { value } = line;
  const t = useTexts(relationTexts);
  const query = useBehind(asked, value);
  const items = query.data?.pages.flatMap((page) => page.items);
  const { report: key, ...rest } = asked;
  const articleOf = useArticleOf();
  return (
    <section className="relation-behind" aria-label={t.behind(name)} aria-busy={query.isPending}>
      <header className="card-head">
        <h3>{t.behind(name)}</h3>
        <div className="relation-tools">
          <ActionBar
            view={{
              name: `${report} · ${name}`,
              count: t.records(`${items?.length ?? 0}${query.hasNextPage ? '+' : ''}`),
              people: peopleAt(`relation/${key}`, { ...rest, value }),
              article: articleOf(asked.by ?? '', [line], asked.productId),
            }}
          />
          <Button size="small" onClick={close}>
            {t.close}
          </Button>
        </div>
      </header>
      {query.error && !items && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {items?.length === 0 && <p className="note">{t.behindNone}</p>}
      <ul className="relation-rows">
        {items?.map((item) => (
          <Row key={`${item.id}${item.at}`} item={item} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </section>
  );
}

function Row({ item }: { item: Behind }): ReactNode {
  const t = useTexts(relationTexts);
  const channels = useTexts(channelNames);
  const values = useTexts(valueNames);
  const formats = useFormats();
  const now = useNow();
  const { kind, id, at, cents, facts } = item;
  const told = [
    facts.channel && nameOf(channels, String(facts.channel)),
    facts.parts && Number(facts.part) < Number(facts.parts) && t.part(String(facts.part), String(facts.parts)),
    facts.minutes && Number(facts.minutes) > 0 && t.minutes(String(facts.minutes)),
    facts.tokens && Number(facts.tokens) > 0 && t.tokens(formats.integer(Number(facts.tokens))),
    facts.from && facts.to && `${nameOf(values, String(facts.from))} → ${nameOf(values, String(facts.to))}`,
    facts.what && nameOf(values, String(facts.what)),
    facts.count && `× ${formats.integer(Number(facts.count))}`,
  ].filter(Boolean);
  return (
    <li>
      <a href={`/desk/${kind === 'customer' ? 'customers' : 'conversations'}/${encodeURIComponent(id)}`}>
        {item.name ?? t.nobody}
      </a>
      <time className="note figures" dateTime={at}>
        {formats.date(at, now)}
      </time>
      <span className="note">{told.join(' · ')}</span>
      {cents !== null && <span className="figures relation-money">{formats.money(Math.round(cents))}</span>}
    </li>
  );
}
