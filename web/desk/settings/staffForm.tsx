import { Alert, App, Form, Input, InputNumber, type InputRef, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../customers/names.ts';
import { useFirstFocus } from '../frame/firstFocus.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { roleNames } from '../i18n/names.ts';
import { settingsTexts } from '../i18n/settings.ts';
import { type NewStaff, useStaffChange, useTeams } from '../queries/settings.ts';

/** Asks for a new colleague's name, e-mail, role and team. */
export function StaffForm({ close }: { close(): void }): ReactNode {
  const t = useTexts(settingsTexts);
  const roles = useTexts(roleNames);
  const { language } = useLanguage();
  const teams = useTeams();
  const change = useStaffChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewStaff>();
  const first = useFirstFocus<InputRef>();
  const save = ({ password, ...values }: NewStaff): void =>
    change.mutate(
      { ...values, email: values.email.trim(), name: values.name.trim(), ...(password ? { password } : {}) },
      {
        onSuccess: () => {
          close();
          void message.success(t.added);
        },
      },
    );
  const needed = { required: true, whitespace: true, message: t.required };
  return (
    <Modal
      open
      {...first.dialog}
      title={t.add}
      okText={t.save}
      cancelText={t.cancel}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
    >
      <Form<NewStaff>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'staff', capacity: 5 }}
        onFinish={save}
      >
        <Form.Item name="name" label={t.name} rules={[needed]}>
          <Input ref={first.ref} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t.email} rules={[needed]}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t.role}>
          <Select options={Object.entries(roles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="teamId" label={t.team}>
          <Select
            allowClear
            placeholder={t.noTeam}
            options={teams.data?.items.map((team) => ({ value: team.id, label: localized(team.name, language) })) ?? []}
          />
        </Form.Item>
        <Form.Item name="capacity" label={t.capacity}>
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="password" label={t.password}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
      </Form>
    </Modal>
  );
}
