import { App, Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Navigate } from 'react-router';
import type { ContactPolicy } from '../../api.ts';
import { Field } from '../../care/field.tsx';
import { useFormats, useNow } from '../../frame/formats.ts';
import { useTexts } from '../../frame/language.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { useMay } from '../../frame/session.tsx';
import { contactTexts } from '../../i18n/contacts.ts';
import { useContactPolicy, useContactPolicyChange, useContactsShown } from '../../queries/contacts.ts';
import { useStaffList } from '../../queries/settings.ts';
import { SettingsTabs } from '../settingsTabs.tsx';
import '../../care/care.css';

const roles = ['staff', 'manager', 'administrator'] as const;

/** From which role on phones and mail addresses are seen whole, and who had them shown. */
export function ContactArea(): ReactNode {
  const t = useTexts(contactTexts);
  const policy = useContactPolicy();
  if (!useMay('administrator')) return <Navigate to="/settings/calendars" replace />;
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {policy.error && <ProblemNote error={policy.error} retry={() => void policy.refetch()} />}
      {policy.data && <PolicyForm policy={policy.data} />}
      <section className="block">
        <h2>{t.log}</h2>
        <ShownLog />
      </section>
    </main>
  );
}

function PolicyForm({ policy }: { policy: ContactPolicy }): ReactNode {
  const t = useTexts(contactTexts);
  const { message } = App.useApp();
  const change = useContactPolicyChange();
  const [given, setGiven] = useState(policy);
  const options = roles.map((value) => ({ value, label: t.from[value] }));
  return (
    <form
      className="block case-form care-fields"
      aria-label={t.title}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(given, { onSuccess: () => void message.success(t.saved) });
      }}
    >
      {(['phone', 'email'] as const).map((field) => (
        <Field key={field} label={t[field]}>
          <Select
            aria-label={t[field]}
            value={given[field]}
            options={options}
            onChange={(value) => setGiven({ ...given, [field]: value })}
          />
        </Field>
      ))}
      <span className="case-buttons care-wide">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}

function ShownLog(): ReactNode {
  const t = useTexts(contactTexts);
  const formats = useFormats();
  const now = useNow();
  const people = useStaffList().data?.items ?? [];
  const shown = (useContactsShown().data?.items ?? []).filter(({ action }) => action === 'show');
  if (shown.length === 0) return <p className="soft">{t.logEmpty}</p>;
  return (
    <ul className="recent recent-wide">
      {shown.map(({ id, at, staffId, entityId, reason }) => (
        <li key={id}>
          <time className="soft figures" dateTime={at}>
            {formats.moment(at, now)}
          </time>
          <span>{people.find((each) => each.id === staffId)?.name ?? t.program}</span>
          <a href={`/desk/customers/${entityId}`}>{t.reasons[reason ?? ''] ?? reason}</a>
        </li>
      ))}
    </ul>
  );
}
