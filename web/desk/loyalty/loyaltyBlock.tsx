import type { ReactNode } from 'react';
import type { TierStanding } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { usePoints, useTier, useTierRules } from '../queries/loyalty.ts';
import { GiveForms } from './giveForms.tsx';
import { VoucherList } from './voucherList.tsx';
import './loyalty.css';

function TierLine({ standing }: { standing: TierStanding }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const { tier, other, cents, points, next, fallsAt, heldUntil } = standing;
  const missing = next && [
    next.cents === null ? '' : formats.money(next.cents),
    next.points === null ? '' : t.points(formats.integer(next.points)),
  ];
  return (
    <p>
      <strong>{tier?.name[language] ?? other ?? t.noTier}</strong>{' '}
      <span className="soft">
        {[
          t.year(formats.money(cents), formats.integer(points)),
          next && missing && t.next(next.tier.name[language], missing.filter(Boolean).join(t.or)),
          fallsAt && t.falls(formats.date(fallsAt, now)),
          heldUntil && heldUntil > now.toISOString() && t.held(formats.date(heldUntil, now)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}

/** A customer's tier with its reason, points with their causes, and vouchers. */
export function LoyaltyBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const mayManage = useMay('manager');
  const points = usePoints(customerId).data;
  const standing = useTier(customerId).data;
  const tiers = useTierRules().data?.tiers ?? [];
  const tierName = (key: string | null): string =>
    key === null ? '' : (tiers.find((tier) => tier.key === key)?.name[language] ?? key);
  return (
    <div className="loyalty">
      {standing && <TierLine standing={standing} />}
      {standing && standing.changes.length > 0 && (
        <ul className="recent recent-wide">
          {standing.changes.slice(0, 3).map(({ id, at, from, to, cause, staff }) => (
            <li key={id}>
              <time className="soft figures" dateTime={at}>
                {formats.date(at, now)}
              </time>
              <span className="soft">{staff?.name ?? t.causes[cause] ?? cause}</span>
              <span>{t.changed(tierName(from), tierName(to) || t.noTier)}</span>
            </li>
          ))}
        </ul>
      )}
      {points && (
        <>
          <p>
            <strong className="figures">{t.balance(formats.integer(points.balance))}</strong>{' '}
            <span className="soft">
              {points.expiring
                .slice(0, 2)
                .map(({ at, points: over }) => t.expiring(formats.integer(over), formats.date(at, now)))
                .join(' · ')}
            </span>
          </p>
          {points.items.length === 0 && <p className="soft">{t.noEntries}</p>}
          <ul className="recent recent-wide">
            {points.items.map((entry) => (
              <li key={entry.id}>
                <time className="soft figures" dateTime={entry.at}>
                  {formats.date(entry.at, now)}
                </time>
                <span className="figures loyalty-points">
                  {entry.points > 0 ? '+' : '−'}
                  {formats.integer(Math.abs(entry.points))}
                </span>
                <span>
                  {t.causes[entry.cause] ?? entry.cause}
                  {entry.staff && <span className="soft"> · {entry.staff.name}</span>}
                  {entry.note && <span className="soft"> · {entry.note}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t.vouchers}</h3>
      <VoucherList customerId={customerId} />
      {mayManage && <GiveForms customerId={customerId} />}
    </div>
  );
}
