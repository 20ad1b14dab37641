import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CustomerTalksJson } from '#api/talkReports.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { request } from '../frame/request.ts';
import { attitudeTexts } from '../i18n/attitude.ts';
import './attitude.css';

type Talks = CustomerTalksJson;

/** How a customer felt from talk to talk, with the best and the worst of it; each point leads to its conversation. */
export function AttitudeBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(attitudeTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const query = useQuery({
    queryKey: ['customers', customerId, 'talks'],
    queryFn: () => request.get<Talks>(`/customers/${customerId}/talks`),
  });
  if (!query.data) return null;
  const { attitude, selfService, talks } = query.data;
  const signed = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const felt = talks.filter(({ feeling }) => feeling !== null);
  if (felt.length === 0) return <p className="soft">{t.none}</p>;
  const isFew = attitude.trust === 'tooFew' || attitude.mean === null;
  const n = formats.integer(attitude.n);
  const [worst] = felt.toSorted((a, b) => (a.worst?.feeling ?? 0) - (b.worst?.feeling ?? 0));
  const [best] = felt.toSorted((a, b) => (b.best?.feeling ?? 0) - (a.best?.feeling ?? 0));
  const facts = [
    isFew ? t.few(n) : t.mean(signed.format(attitude.mean!), n),
    !isFew &&
      attitude.interval &&
      t.interval(signed.format(attitude.interval.low), signed.format(attitude.interval.high)),
    selfService.n > 0 && t.without(formats.integer(selfService.without.n), formats.integer(selfService.n)),
  ];
  return (
    <>
      <p className="figures">{facts.filter(Boolean).join(' · ')}</p>
      <Points talks={felt} words={(feeling) => signed.format(feeling)} />
      {worst?.worst && <Peak name={t.worst} peak={worst.worst} conversationId={worst.conversationId} />}
      {best?.best && best.best.feeling > (worst?.worst?.feeling ?? 1) && (
        <Peak name={t.best} peak={best.best} conversationId={best.conversationId} />
      )}
    </>
  );
}

function Peak({
  name,
  peak,
  conversationId,
}: {
  name: string;
  peak: NonNullable<Talks['talks'][number]['best']>;
  conversationId: string;
}): ReactNode {
  const t = useTexts(attitudeTexts);
  return (
    <p>
      <span className="soft">{name}</span> <Link to={`/conversations/${conversationId}`}>{peak.text ?? t.gone}</Link>
    </p>
  );
}

/** A point for each talk, good ones above the line and bad ones below. */
function Points({ talks, words }: { talks: Talks['talks']; words(feeling: number): string }): ReactNode {
  const t = useTexts(attitudeTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <ol className="attitude-points" aria-label={t.chart(formats.integer(talks.length))}>
      {talks.map(({ id, conversationId, begunAt, feeling }) => {
        const said = t.point(formats.moment(begunAt, now), words(feeling ?? 0));
        const height = `${Math.max(4, Math.abs(feeling ?? 0) * 50)}%`;
        return (
          <li key={id} data-feeling={(feeling ?? 0) < 0 ? 'negative' : 'positive'}>
            <Link to={`/conversations/${conversationId}`} title={said} aria-label={said}>
              <span style={{ height }} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
