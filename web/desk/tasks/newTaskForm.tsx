import { Alert, App, Form, Input, type InputRef, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Task, TaskPriority } from '../api.ts';
import { CustomerSelect } from '../customers/customerSelect.tsx';
import { localized } from '../customers/names.ts';
import { useFirstFocus } from '../frame/firstFocus.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { priorityNames } from '../i18n/names.ts';
import { newTaskTexts } from '../i18n/newTask.ts';
import { useStaffList, useTeams } from '../queries/settings.ts';
import { useShop } from '../queries/shop.ts';
import { useTaskTypes } from '../queries/taskSettings.ts';
import { useNewTask } from '../queries/tasks.ts';
import { fieldTime, fieldValue } from './snoozeTimes.ts';
import { useTypeName } from './typeName.ts';

/** What the new task is about, where that is known. */
export interface About {
  customer?: NonNullable<Task['customer']> | null;
  conversationId?: string | null;
  complaintId?: string | null;
}

interface Fields {
  type: string;
  title: string;
  detail?: string;
  priority: TaskPriority;
  due?: string;
  customerId?: string | null;
  teamKey?: string;
  ownerId?: string;
}

/** Asks what has to be done, for whom and by when; what is left open is found by rule. */
export function NewTaskForm({ about = {}, close }: { about?: About; close(): void }): ReactNode {
  const t = useTexts(newTaskTexts);
  const priorities = useTexts(priorityNames);
  const { language } = useLanguage();
  const nameOf = useTypeName();
  const types = useTaskTypes();
  const teams = useTeams();
  const staff = useStaffList();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const raise = useNewTask();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const first = useFirstFocus<InputRef>();
  const { customer, conversationId = null, complaintId = null } = about;
  const save = ({ due, title, detail, customerId, teamKey, ownerId, ...rest }: Fields): void => {
    const dueAt = due ? fieldTime(due, zone) : undefined;
    const links = { customerId: customerId ?? null, conversationId, complaintId };
    raise.mutate(
      {
        ...rest,
        ...links,
        title: title.trim(),
        detail: detail?.trim() || null,
        teamKey: teamKey ?? null,
        ownerId: ownerId ?? null,
        ...(dueAt && { dueAt }),
      },
      {
        onSuccess: (task) => {
          close();
          void message.success(t.raised(task.owner?.name));
          void navigate(`/tasks/${task.id}?scope=all`);
        },
      },
    );
  };
  return (
    <Modal
      open
      {...first.dialog}
      title={t.title}
      okText={t.raise}
      cancelText={t.cancel}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={raise.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ type: customer ? 'callBack' : 'custom', priority: 'normal', customerId: customer?.id }}
        onFinish={save}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.submit()}
      >
        <Form.Item name="title" label={t.what} rules={[{ required: true, whitespace: true, message: t.whatNeeded }]}>
          <Input ref={first.ref} maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="detail" label={t.detail}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
        <div className="form-grid new-task">
          <Form.Item name="type" label={t.type}>
            <Select
              options={types.data?.items
                .filter(({ active }) => active)
                .map(({ key, name }) => ({ value: key, label: nameOf(key, name) }))}
            />
          </Form.Item>
          <Form.Item name="priority" label={t.priority}>
            <Select options={Object.entries(priorities).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="due" label={t.due} extra={t.dueLater}>
            <Input type="datetime-local" min={fieldValue(new Date(), zone)} />
          </Form.Item>
          <Form.Item name="customerId" label={t.customer}>
            <CustomerSelect known={customer ?? null} disabled={!!customer} placeholder={t.nobody} />
          </Form.Item>
          <Form.Item name="teamKey" label={t.team}>
            <Select
              allowClear
              placeholder={t.byRule}
              options={teams.data?.items.map(({ key, name }) => ({ value: key, label: localized(name, language) }))}
            />
          </Form.Item>
          <Form.Item name="ownerId" label={t.owner}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t.byRule}
              options={staff.data?.items
                .filter(({ active, demo }) => active && !demo)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        </div>
        {raise.error && <Alert type="error" title={problemText(raise.error)} showIcon role="alert" />}
      </Form>
    </Modal>
  );
}
