import { Alert, Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { preferenceNames } from '../i18n/names.ts';
import { needKeys, preferenceTexts } from '../i18n/preferences.ts';
import { type NotedPreference, useCustomerChange } from '../queries/customers.ts';

/** Notes what a customer told a colleague; a special need only once the customer agreed to that. */
export function PreferenceForm({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(preferenceTexts);
  const names = useTexts(preferenceNames);
  const problemText = useProblemText();
  const change = useCustomerChange(customerId);
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<NotedPreference>();
  const key = Form.useWatch('key', form);
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t.note}
      </Button>
    );
  }
  const isNeed = needKeys.includes(key ?? '');
  return (
    <Form<NotedPreference>
      form={form}
      className="form"
      layout="vertical"
      onFinish={(noted) =>
        change.mutate({ note: { ...noted, agreed: noted.agreed === true } }, { onSuccess: () => setOpen(false) })
      }
    >
      <Form.Item name="key" label={t.about} rules={[{ required: true, message: t.needed }]}>
        <Select options={Object.entries(names).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="value" label={t.value} rules={[{ required: true, whitespace: true, message: t.needed }]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="quote" label={t.quote} rules={[{ required: true, whitespace: true, message: t.needed }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      {isNeed && (
        <Form.Item
          name="agreed"
          valuePropName="checked"
          extra={t.agreedHint}
          rules={[{ validator: async (_, agreed) => (agreed ? undefined : Promise.reject(new Error(t.askFirst))) }]}
        >
          <Checkbox>{t.agreed}</Checkbox>
        </Form.Item>
      )}
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}
