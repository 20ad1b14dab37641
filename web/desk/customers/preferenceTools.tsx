import { Button, Form, Input, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Preference } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { preferenceTexts } from '../i18n/preferences.ts';
import type { useCustomerChange } from '../queries/customers.ts';

type Change = ReturnType<typeof useCustomerChange>;

interface Edited {
  value: string;
  /** A day, as the browser's date field writes it. */
  until: string;
}

/** What staff may do about something that a customer told: correct it, say until when it counts, note that it was confirmed, delete it. */
export function PreferenceTools({ preference, change }: { preference: Preference; change: Change }): ReactNode {
  const t = useTexts(preferenceTexts);
  const problemText = useProblemText();
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <Form<Edited>
        className="form"
        layout="vertical"
        initialValues={{ value: preference.value, until: preference.validUntil?.slice(0, 10) ?? '' }}
        onFinish={({ value, until }) =>
          change.mutate(
            {
              correct: preference.id,
              ...(value.trim() !== preference.value && { value: value.trim() }),
              validUntil: until ? new Date(`${until}T23:59:59`).toISOString() : null,
            },
            { onSuccess: () => setEditing(false) },
          )
        }
      >
        <Form.Item name="value" label={t.correctHint} rules={[{ required: true, whitespace: true, message: t.needed }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="until" label={t.until} extra={t.untilHint}>
          <Input type="date" />
        </Form.Item>
        {change.error && <p className="danger-text">{problemText(change.error)}</p>}
        <div className="form-buttons">
          <Button size="small" onClick={() => setEditing(false)}>
            {t.cancel}
          </Button>
          <Button size="small" type="primary" htmlType="submit" loading={change.isPending}>
            {t.save}
          </Button>
        </div>
      </Form>
    );
  }
  return (
    <span className="tools">
      {!preference.confirmed && (
        <Popconfirm
          title={t.confirmSure}
          description={t.confirmText}
          okText={t.confirm}
          cancelText={t.cancel}
          onConfirm={() => change.mutate({ correct: preference.id, confirmed: true })}
        >
          <Button size="small" type="link">
            {t.confirm}
          </Button>
        </Popconfirm>
      )}
      <Button size="small" type="link" onClick={() => setEditing(true)}>
        {t.correct}
      </Button>
      <Popconfirm
        title={t.forgetSure}
        description={t.forgetText}
        okText={t.forget}
        cancelText={t.cancel}
        onConfirm={() => change.mutate({ forget: preference.id })}
      >
        <Button size="small" type="link" danger>
          {t.forget}
        </Button>
      </Popconfirm>
    </span>
  );
}
