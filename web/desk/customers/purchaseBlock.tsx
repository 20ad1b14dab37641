import type { ReactNode } from 'react';
import type { Purchase } from '../api.ts';
import { Evidence } from '../complaints/evidence.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { purchaseTexts } from '../i18n/purchases.ts';
import { useIntervals, usePurchases } from '../queries/purchases.ts';
import { rowsOf } from '../queries/records.ts';
import { MoreButton } from '../shell/listParts.tsx';
import '../loyalty/loyalty.css';

function PurchaseRow({ purchase }: { purchase: Purchase }): ReactNode {
  const t = useTexts(purchaseTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const { product, productText, orderNumber, quantity, amountCents, purchasedAt, place, serialNumber } = purchase;
  const until = purchase.warrantyUntil;
  const covered = until !== null && until >= now.toISOString().slice(0, 10);
  return (
    <li>
      <time className="soft figures" dateTime={purchasedAt}>
        {formats.date(purchasedAt, now)}
      </time>
      <span>
        <strong>{product?.name[language] ?? productText ?? '—'}</strong>{' '}
        {amountCents > 0 && <span className="figures">{formats.money(amountCents)}</span>}
        <br />
        <span className="soft">
          {[
            t.order(orderNumber, quantity),
            place,
            serialNumber && !orderNumber.endsWith(serialNumber) && t.serial(serialNumber),
            until && (covered ? t.underWarranty(formats.date(until, now)) : t.outOfWarranty(formats.date(until, now))),
            purchase.source === 'customer' && t.registered,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Evidence items={purchase.photos} />
      </span>
    </li>
  );
}

/** What a customer bought, and how often. */
export function PurchaseBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(purchaseTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const purchases = usePurchases(customerId);
  const rhythm = (useIntervals(customerId).data?.items ?? []).filter(({ dueOn, times }) => dueOn && times > 1);
  if (purchases.isPending) return <RowsSkeleton rows={2} />;
  if (!purchases.data) return <ProblemNote error={purchases.error} retry={() => void purchases.refetch()} />;
  const rows = rowsOf(purchases.data);
  if (rows.length === 0) return <p className="soft">{t.none}</p>;
  return (
    <div className="loyalty">
      <ul className="recent recent-wide">
        {rows.map((purchase) => (
          <PurchaseRow key={purchase.id} purchase={purchase} />
        ))}
      </ul>
      <MoreButton query={purchases} />
      {rhythm.length > 0 && (
        <>
          <h3>{t.rhythm}</h3>
          <ul className="recent">
            {rhythm.map(({ productId, name, ownDays, usualDays, dueOn }) => (
              <li key={productId}>
                {name[language]}{' '}
                <span className="soft">
                  {[
                    ownDays !== null && t.every(Math.round(ownDays)),
                    usualDays !== null && t.usual(Math.round(usualDays)),
                    dueOn && t.due(formats.date(dueOn, now)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
