import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CustomerZone } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { preferenceTexts } from '../i18n/preferences.ts';
import type { useCustomerChange } from '../queries/customers.ts';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const;

function clockOf(zone: string, now: Date, language: 'zh' | 'en'): string {
  const clock = new Intl.DateTimeFormat(locale[language], { timeZone: zone, timeStyle: 'short' });
  return clock.format(now);
}

/** By which clock a customer lives, what it shows now, and how that is known. With `change` a colleague can correct it. */
export function ZoneFact({
  zone,
  change,
}: {
  zone: CustomerZone;
  change?: ReturnType<typeof useCustomerChange> | undefined;
}): ReactNode {
  const t = useTexts(preferenceTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const problemText = useProblemText();
  const [editing, setEditing] = useState(false);
  if (editing && change) {
    return (
      <span className="form-inline">
        <Select
          showSearch
          size="small"
          autoFocus
          aria-label={t.zone}
          defaultValue={zone.zone}
          style={{ minWidth: 200 }}
          options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
          onChange={(value) => change.mutate({ zone: value }, { onSuccess: () => setEditing(false) })}
        />
        {zone.source === 'staff' && (
          <Button
            size="small"
            onClick={() => change.mutate({ zone: null }, { onSuccess: () => setEditing(false) })}
            loading={change.isPending}
          >
            {t.zoneBack}
          </Button>
        )}
        <Button size="small" onClick={() => setEditing(false)}>
          {t.cancel}
        </Button>
        {change.error && <span className="danger-text">{problemText(change.error)}</span>}
      </span>
    );
  }
  const told = zone.at ? ` · ${formats.date(zone.at, now)}` : '';
  return (
    <>
      <span className="figures">{t.clockNow(zone.zone, clockOf(zone.zone, now, language))}</span>{' '}
      <span className="soft">
        {t.zoneSource[zone.source as keyof typeof t.zoneSource] ?? zone.source}
        {told}
      </span>
      {change && (
        <Button size="small" type="link" onClick={() => setEditing(true)}>
          {t.correctZone}
        </Button>
      )}
    </>
  );
}
