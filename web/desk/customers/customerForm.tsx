import { Alert, App, Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Customer } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { contactTexts } from '../i18n/contacts.ts';
import { customerTexts } from '../i18n/customers.ts';
import { audienceNames } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import type { CustomerPatch, useCustomerChange } from '../queries/customers.ts';
import { isMasked } from './contactDetails.tsx';

interface Props {
  customer: Customer;
  change: ReturnType<typeof useCustomerChange>;
  close(): void;
}

const fields = ['name', 'phone', 'email', 'city'] as const;

/** Changes what is known about a customer; an emptied field is cleared. */
export function CustomerForm({ customer, change, close }: Props): ReactNode {
  const t = useTexts(customerTexts);
  const languages = useTexts(languageNames);
  const audiences = useTexts(audienceNames);
  const contacts = useTexts(contactTexts);
  const problemText = useProblemText();
  const hidden = (['phone', 'email'] as const).filter((field) => isMasked(customer[field]));
  const initial = { ...customer, ...Object.fromEntries(hidden.map((field) => [field, ''])) };
  const { message } = App.useApp();
  const save = (values: CustomerPatch): void => {
    const written = Object.entries(values).map(([key, value]) => [key, value?.trim() || null] as const);
    // What is masked here is not known here: left empty, it stays.
    const patch = Object.fromEntries(
      written.filter(([key, value]) => value !== null || !isMasked(customer[key as keyof CustomerPatch])),
    );
    change.mutate(
      { patch },
      {
        onSuccess: () => {
          close();
          void message.success(t.saved);
        },
      },
    );
  };
  return (
    <Form<CustomerPatch> className="form form-grid" layout="vertical" initialValues={initial} onFinish={save}>
      {fields.map((field) => (
        <Form.Item key={field} name={field} label={t[field]}>
          <Input maxLength={200} {...(isMasked(customer[field]) ? { placeholder: contacts.keepMasked } : {})} />
        </Form.Item>
      ))}
      <Form.Item name="language" label={t.language}>
        <Select allowClear options={['zh', 'en'].map((value) => ({ value, label: languages[value] }))} />
      </Form.Item>
      <Form.Item name="audience" label={t.audience}>
        <Select
          allowClear
          placeholder={audiences.public}
          options={['dealer', 'contract', 'direct'].map((value) => ({ value, label: audiences[value] }))}
        />
      </Form.Item>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}
