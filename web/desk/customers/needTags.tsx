import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerPage } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { preferenceTexts } from '../i18n/preferences.ts';
import { useCustomer } from '../queries/customers.ts';

/** What has to be minded with a customer, where they agreed to have it noted. */
export function NeedTags({ needs }: { needs: CustomerPage['needs'] }): ReactNode {
  const t = useTexts(preferenceTexts);
  return needs.map((need) => (
    <Tooltip key={need} title={t.mind[need]}>
      <Tag className="tag-accent" tabIndex={0}>
        {t.need[need]}
      </Tag>
    </Tooltip>
  ));
}

/** The same for a conversation's or a task's customer; `call`: the customer is to be called, which not everybody can hear. */
export function CustomerNeeds({ customerId, call = false }: { customerId: string; call?: boolean }): ReactNode {
  const t = useTexts(preferenceTexts);
  const needs = useCustomer(customerId).data?.needs ?? [];
  if (needs.length === 0) return null;
  return (
    <>
      <NeedTags needs={needs} />
      {call && needs.includes('hardOfHearing') && (
        <strong className="danger-text" role="note">
          {t.noCall}
        </strong>
      )}
    </>
  );
}
