import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Conversation, PauseReason } from '../api.ts';
import { customerName, localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { levelTexts } from '../i18n/levels.ts';
import { channelNames, holderNames } from '../i18n/names.ts';
import { LevelTag } from '../levels/levelTag.tsx';

interface Props {
  item: Conversation;
  selected: boolean;
  search: string;
}

/** The tier of whoever has no better one. */
const ordinary = 'standard';

/** Who speaks for the shop, or since when the customer waits. */
export function Holding({ item }: { item: Conversation }): ReactNode {
  const t = useTexts(conversationTexts);
  const holders = useTexts(holderNames);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  if (item.holder === 'person') return item.staff ? t.heldBy(item.staff.name) : t.heldElsewhere;
  if (item.holder === 'bot') return holders.bot;
  const waited = item.queuedAt ? ` · ${formats.duration(now.getTime() - Date.parse(item.queuedAt))}` : '';
  return `${holders.queue}${waited}${item.team ? ` · ${localized(item.team.name, language)}` : ''}`;
}

/** By when the customer is to be answered, and whether that is at risk, missed, or stands. */
function Wait({ level: wait }: { level: NonNullable<Conversation['level']> }): ReactNode {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const now = useNow();
  const { level, dueAt, pauseReason, pausedUntil } = wait;
  if (level === 'paused') {
    const reason = t.reasons[pauseReason as PauseReason] ?? t.levels.paused;
    return <Tag>{pausedUntil ? t.pausedUntil(reason, formats.moment(pausedUntil, now)) : reason}</Tag>;
  }
  if (level === 'atRisk' || level === 'breached') return <LevelTag level={level} />;
  return dueAt && <span className="soft figures">{t.dueBy(formats.moment(dueAt, now))}</span>;
}

/** A conversation in a list. */
export function ConversationRow({ item, selected, search }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const channels = useTexts(channelNames);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const tier = item.customer?.tier === ordinary ? undefined : item.customer?.tier;
  return (
    <Link
      className="row"
      data-row={item.id}
      to={{ pathname: `/conversations/${item.id}`, search }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind">{channels[item.channel] ?? item.channel}</span>
        <time className="due" dateTime={item.lastActivityAt}>
          {formats.moment(item.lastActivityAt, now)}
        </time>
      </span>
      <span className="row-title">
        {customerName(item.customer, language) || item.channel}
        {item.holder === 'queue' && tier && <Tag className="row-tier">{tier}</Tag>}
      </span>
      <span className="row-text">{item.lastText || t.noText}</span>
      {(item.holder !== 'bot' || item.level) && (
        <span className="row-foot">
          {item.level && <Wait level={item.level} />}
          {item.holder !== 'bot' && (
            <span className={item.holder === 'queue' ? 'row-waiting' : 'row-owner'}>
              <Holding item={item} />
            </span>
          )}
        </span>
      )}
    </Link>
  );
}
