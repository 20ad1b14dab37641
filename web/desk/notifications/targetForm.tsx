import { Alert, App, Checkbox, Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import type { NotificationTarget } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { ApiError } from '../frame/request.ts';
import { notificationTexts } from '../i18n/notifications.ts';
import { type TargetFields, useTargetChange } from '../queries/notifications.ts';
import { useTeams } from '../queries/settings.ts';

const ways = ['wecomRobot', 'dingtalk', 'feishu', 'teamsWorkflow', 'webhook'];
/** Ways that sign, or can. */
const signing = ['dingtalk', 'feishu', 'webhook'];

interface Props {
  /** Null: a new one. */
  target: NotificationTarget | null;
  close(): void;
  showSecret(secret: string): void;
}

/** Asks where a team's notifications go. Address and secret of one that is there are replaced or left as they are. */
export function TargetForm({ target, close, showSecret }: Props): ReactNode {
  const t = useTexts(notificationTexts);
  const { language } = useLanguage();
  const teams = useTeams();
  const change = useTargetChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [form] = Form.useForm<TargetFields>();
  const way = Form.useWatch('way', form) ?? target?.way ?? 'wecomRobot';
  const save = ({ url, secret, way: chosen, ...values }: TargetFields): void => {
    const kept = { ...values, teamId: values.teamId || null };
    const secrets = {
      ...(url?.trim() ? { url: url.trim() } : {}),
      ...(secret?.trim() ? { secret: secret.trim() } : {}),
    };
    const wanted = target
      ? { id: target.id, patch: { ...kept, ...secrets } }
      : { create: { ...kept, ...secrets, way: chosen } };
    change.mutate(wanted, {
      onSuccess: (made) => {
        close();
        if (made?.newSecret) showSecret(made.newSecret);
        else void message.success(t.saved);
      },
    });
  };
  const refused = change.error instanceof ApiError && change.error.code === 'addressRefused';
  const needed = { required: true, whitespace: true, message: t.required };
  const secretLabel = target ? t.newSecret : way === 'webhook' ? t.webhookSecret : t.secret;
  return (
    <Modal
      open
      title={target ? target.name : t.addTarget}
      okText={t.save}
      cancelText={t.cancel}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
    >
      <Form<TargetFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          target
            ? { ...target, teamId: target.teamId ?? '' }
            : { way: 'wecomRobot', language, urgentOnly: false, teamId: '' }
        }
        onFinish={save}
      >
        <Form.Item name="way" label={t.kind}>
          <Select disabled={target !== null} options={ways.map((value) => ({ value, label: t.way[value] }))} />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[needed]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="teamId" label={t.forTeam}>
          <Select
            options={[
              { value: '', label: t.everyTeam },
              ...(teams.data?.items.map((team) => ({ value: team.id, label: localized(team.name, language) })) ?? []),
            ]}
          />
        </Form.Item>
        <Form.Item name="url" label={target ? t.newUrl : t.url} rules={target ? [] : [needed]}>
          <Input type="url" autoComplete="off" placeholder="https://" />
        </Form.Item>
        {signing.includes(way) && (
          <Form.Item name="secret" label={secretLabel}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        )}
        <Form.Item name="language" label={t.language}>
          <Select
            options={[
              { value: 'zh', label: t.chinese },
              { value: 'en', label: t.english },
            ]}
          />
        </Form.Item>
        <Form.Item name="urgentOnly" valuePropName="checked">
          <Checkbox>{t.urgentOnly}</Checkbox>
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
