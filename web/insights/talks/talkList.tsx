import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { talkTexts } from '../i18n/talks.ts';
import { useFeelingWords, useGroupName } from './names.ts';
import type { TalkRow } from './queries.ts';

/** Beyond this a message is clearly bad or good; as the report counts them. */
const clear = 0.5;

/** Talks with how they ended and their peaks; `only`: one of the peaks. Each leads to its conversation. */
export function TalkList({ talks, only }: { talks: readonly TalkRow[]; only?: 'best' | 'worst' }): ReactNode {
  return (
    <ul className="low-ratings">
      {talks.map((talk) => (
        <Row key={talk.id} talk={talk} peaks={only ? [only] : ['worst', 'best']} />
      ))}
    </ul>
  );
}

function Row({ talk, peaks }: { talk: TalkRow; peaks: ('best' | 'worst')[] }): ReactNode {
  const t = useTexts(talkTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const nameOf = useGroupName();
  const feeling = useFeelingWords();
  const { outcome, how, product, channel, tier, segment, customer, customerId, begunAt } = talk;
  const told = peaks
    .flatMap((end) => (talk[end] ? [{ end, ...talk[end] }] : []))
    // A single message is both ends.
    .filter(({ text, feeling: felt }, index, all) => index === 0 || text !== all[0]!.text || felt !== all[0]!.feeling);
  const facts = [
    product && localized(product, language),
    nameOf('channel', channel),
    tier && nameOf('tier', tier),
    segment && nameOf('segment', segment),
  ];
  return (
    <li>
      <span className="low-head">
        <Tag>{how ? `${t.outcomes[outcome]} · ${t.how[how]}` : t.outcomes[outcome]}</Tag>
        <time className="note figures" dateTime={begunAt} title={formats.full(begunAt)}>
          {formats.moment(begunAt, now)}
        </time>
        <a href={`/desk/conversations/${talk.conversationId}`}>{t.conversation}</a>
      </span>
      {told.map(({ end, text, feeling: felt }) => (
        <p key={end} className="peak" data-feeling={felt < -clear ? 'negative' : felt > clear ? 'positive' : undefined}>
          <span className="figures peak-feeling">{feeling(felt)}</span>
          <span>{text ?? t.gone}</span>
        </p>
      ))}
      <p className="note">
        {facts.filter(Boolean).join(' · ')}
        {customerId && (
          <>
            {' · '}
            <a href={`/desk/customers/${customerId}`}>{customer ?? t.customer}</a>
          </>
        )}
      </p>
    </li>
  );
}
