import { App, Button, Select, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { SegmentStanding } from '../api.ts';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { segmentTexts } from '../i18n/segments.ts';
import { useRelationChange, useRoom, useSegment } from '../queries/segments.ts';
import { OwnerSelect } from './ownerSelect.tsx';
import '../loyalty/loyalty.css';

const stages = ['new', 'interested', 'trying', 'bought', 'repeat', 'advocate'];

/** Where a customer stands and why. */
function Standing({ standing }: { standing: SegmentStanding['standing'] }): ReactNode {
  const t = useTexts(segmentTexts);
  const formats = useFormats();
  const now = useNow();
  if (!standing) return <p className="soft">{t.notYet}</p>;
  const { segment, since, lastOn, gapDays, gapOf, recency, frequency, monetary, loyalty } = standing;
  const days = lastOn ? Math.round((Date.parse(now.toISOString().slice(0, 10)) - Date.parse(lastOn)) / 86_400_000) : 0;
  return (
    <p>
      <Tag className={segment === 'active' ? 'tag-accent' : undefined}>{t.segments[segment] ?? segment}</Tag>
      <span className="soft">
        {[
          lastOn ? t.because(days, Math.round(gapDays), t.gapOf[gapOf] ?? gapOf) : t.never,
          t.since(formats.date(since, now)),
        ].join(' · ')}
      </span>{' '}
      {recency !== null && frequency !== null && monetary !== null && (
        <Tooltip title={t.rfmHint}>
          <Tag className="figures">{t.rfm(recency, frequency, monetary)}</Tag>
        </Tooltip>
      )}
      {loyalty !== null && (
        <Tooltip title={t.loyaltyHint}>
          <Tag className="figures">{t.loyalty(loyalty)}</Tag>
        </Tooltip>
      )}
    </p>
  );
}

function Steps({ steps }: { steps: SegmentStanding['steps'] }): ReactNode {
  const t = useTexts(segmentTexts);
  const formats = useFormats();
  const now = useNow();
  const name = (kind: string, value: string | null): string => {
    if (value === null) return kind === 'owner' ? t.nobody : t.none;
    return (kind === 'segment' ? t.segments[value] : kind === 'stage' ? t.stages[value] : undefined) ?? value;
  };
  const why = ({ kind, evidence, note }: SegmentStanding['steps'][number]): string => {
    const { days, gapDays } = (evidence ?? {}) as { days?: number | null; gapDays?: number };
    return kind === 'segment' && typeof days === 'number' ? t.evidence(days, Math.round(gapDays ?? 0)) : (note ?? '');
  };
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{t.history}</h3>
      <ul className="recent recent-wide">
        {steps.slice(0, 8).map((step) => (
          <li key={step.id}>
            <time className="soft figures" dateTime={step.at}>
              {formats.date(step.at, now)}
            </time>
            <span>
              {step.kind === 'owner'
                ? `${t.owner}: ${step.to === null ? t.nobody : (step.toName ?? '')}`
                : t.step(name(step.kind, step.from), name(step.kind, step.to))}{' '}
              <span className="soft">{[why(step), step.staff?.name].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How the relation with a customer stands: segment, worth, who looks after them, how far it has come. */
export function SegmentBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(segmentTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const mayManage = useMay('manager');
  const me = useStaff();
  const relation = useSegment(customerId).data;
  const change = useRelationChange(customerId);
  const room = useRoom(relation?.owner === null).data;
  if (!relation) return null;
  const { standing, owner, stage, steps } = relation;
  const onError = (error: Error) => void message.error(problemText(error));
  const mine = owner?.id === me.id;
  const facts: Fact[] = [
    [
      t.owner,
      <span key="owner" className="voucher-buttons">
        {owner?.name ?? t.nobody}
        {!owner && (
          <Button
            size="small"
            loading={change.isPending}
            onClick={() => change.mutate('take', { onSuccess: () => void message.success(t.taken), onError })}
          >
            {t.take}
          </Button>
        )}
        {owner && (mine || mayManage) && (
          <Button size="small" loading={change.isPending} onClick={() => change.mutate('release', { onError })}>
            {t.release}
          </Button>
        )}
        {mayManage && (
          <OwnerSelect
            ownerId={owner?.id}
            busy={change.isPending}
            choose={(ownerId) =>
              change.mutate({ ownerId }, { onSuccess: () => void message.success(t.assigned), onError })
            }
          />
        )}
        {!owner && room && <span className="soft">{t.room(room.holds, room.held, room.takenToday, room.aDay)}</span>}
      </span>,
    ],
    [
      t.stage,
      <Select
        key="stage"
        size="small"
        aria-label={t.stage}
        style={{ width: 160 }}
        placeholder={t.none}
        value={stage}
        popupMatchSelectWidth={false}
        options={stages.map((value) => ({ value, label: t.stages[value] }))}
        onChange={(value: string) => change.mutate({ stage: value }, { onError })}
      />,
    ],
  ];
  return (
    <div className="loyalty">
      <Standing standing={standing} />
      <FactList facts={facts} />
      <Steps steps={steps} />
    </div>
  );
}
