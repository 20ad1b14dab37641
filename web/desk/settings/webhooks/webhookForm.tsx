import { Alert, Checkbox, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Webhook } from '../../api.ts';
import { useTexts } from '../../frame/language.tsx';
import { useProblemText } from '../../frame/problemNote.tsx';
import { ApiError } from '../../frame/request.ts';
import { webhookTexts } from '../../i18n/webhooks.ts';
import { useWebhookChange, type WebhookFields } from '../../queries/webhooks.ts';

interface Props {
  /** Null: a new one. */
  webhook: Webhook | null;
  close(): void;
  showSecret(secret: string): void;
}

/** Asks where a partner is told, and of what. An address that is there is replaced or left as it is. */
export function WebhookForm({ webhook, close, showSecret }: Props): ReactNode {
  const t = useTexts(webhookTexts);
  const change = useWebhookChange();
  const problemText = useProblemText();
  const [form] = Form.useForm<WebhookFields>();
  const save = async ({ name, url, events }: WebhookFields): Promise<void> => {
    const given = { name, events, ...(url?.trim() ? { url: url.trim() } : {}) };
    const made = await change.mutateAsync(webhook ? { id: webhook.id, patch: given } : { create: given });
    close();
    if (made?.secret) showSecret(made.secret);
  };
  const needed = { required: true, whitespace: true, message: t.required };
  const refused = change.error instanceof ApiError && change.error.code === 'addressRefused';
  const kinds = Object.entries(t.event).filter(([type]) => type !== 'webhook.test');
  return (
    <Modal
      open
      title={webhook ? webhook.name : t.add}
      okText={t.save}
      cancelText={t.cancel}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
    >
      <Form<WebhookFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={webhook ? { name: webhook.name, events: webhook.events } : { events: [] }}
        onFinish={(values) => void save(values).catch(() => undefined)}
      >
        <Form.Item name="name" label={t.name} rules={[needed]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="url" label={webhook ? t.newUrl : t.url} rules={webhook ? [] : [needed]}>
          <Input type="url" autoComplete="off" placeholder="https://" />
        </Form.Item>
        <Form.Item name="events" label={t.events} rules={[{ required: true, message: t.chooseEvent }]}>
          <Checkbox.Group className="webhook-events" options={kinds.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {change.error && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={refused ? t.addressRefused : problemText(change.error)}
            description={refused ? undefined : Object.values((change.error as ApiError).fields ?? {}).join(' ')}
          />
        )}
      </Form>
    </Modal>
  );
}
