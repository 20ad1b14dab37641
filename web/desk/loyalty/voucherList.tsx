import { App, Button, Input, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Voucher } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { useLoyaltyChange, useVouchers } from '../queries/loyalty.ts';

/** A customer's vouchers: used here for an order, or taken back. */
export function VoucherList({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const vouchers = useVouchers(customerId).data?.items ?? [];
  if (vouchers.length === 0) return <p className="soft">{t.noVouchers}</p>;
  return (
    <ul className="recent recent-wide">
      {vouchers.map((voucher) => (
        <VoucherRow key={voucher.id} voucher={voucher} />
      ))}
    </ul>
  );
}

function VoucherRow({ voucher }: { voucher: Voucher }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const formats = useFormats();
  const now = useNow();
  const mayManage = useMay('manager');
  const problemText = useProblemText();
  const { message } = App.useApp();
  const change = useLoyaltyChange(voucher.customerId);
  const [order, setOrder] = useState<string>();
  const { kind, amount, minCents, code, issuedAt, validUntil, redeemedAt, orderNumber, cancelledAt } = voucher;
  const over = validUntil < now.toISOString();
  const state = redeemedAt
    ? t.used(formats.date(redeemedAt, now), orderNumber ?? '')
    : cancelledAt
      ? t.back
      : over
        ? t.over
        : t.validUntil(formats.date(validUntil, now));
  const told = {
    onSuccess: () => void message.success(t.redeemed),
    onError: (error: Error) => void message.error(problemText(error)),
  };
  return (
    <li>
      <time className="soft figures" dateTime={issuedAt}>
        {formats.date(issuedAt, now)}
      </time>
      <span>
        {kind === 'percent' ? t.percent(amount) : t.value(formats.money(amount))}{' '}
        <code className="voucher-code">{code}</code>{' '}
        <span className="soft">
          {[minCents > 0 && t.from(formats.money(minCents)), state, t.causes[voucher.cause]]
            .filter(Boolean)
            .join(' · ')}
        </span>{' '}
        {!redeemedAt && !cancelledAt && !over && order === undefined && (
          <span className="voucher-buttons">
            <Button size="small" onClick={() => setOrder('')}>
              {t.redeem}
            </Button>
            {mayManage && (
              <Popconfirm
                title={t.takeBackSure}
                okText={t.takeBack}
                cancelText={t.cancel}
                onConfirm={() => change.mutate({ takeBack: voucher.id }, { onError: told.onError })}
              >
                <Button size="small" type="text">
                  {t.takeBack}
                </Button>
              </Popconfirm>
            )}
          </span>
        )}
        {order !== undefined && !redeemedAt && (
          <form
            className="voucher-buttons"
            onSubmit={(event) => {
              event.preventDefault();
              change.mutate({ redeem: code, orderNumber: order.trim() || null }, told);
            }}
          >
            <Input
              size="small"
              aria-label={t.redeemFor}
              placeholder={t.redeemFor}
              maxLength={60}
              value={order}
              onChange={({ target }) => setOrder(target.value)}
            />
            <Button size="small" type="primary" htmlType="submit" loading={change.isPending}>
              {t.redeem}
            </Button>
            <Button size="small" onClick={() => setOrder(undefined)}>
              {t.cancel}
            </Button>
          </form>
        )}
      </span>
    </li>
  );
}
