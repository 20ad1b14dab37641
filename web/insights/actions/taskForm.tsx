import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { useProblemText } from '../../desk/frame/problemNote.tsx';
import { request } from '../../desk/frame/request.ts';
import { useFilter } from '../filter.ts';
import { actionTexts } from '../i18n/actions.ts';
import type { Filter } from '../period.ts';
import type { InView } from './actionBar.tsx';

/** The view itself, on its days: whoever has the task opens the same rows, also next week. */
function addressOf({ days, by }: Filter): string {
  const address = new URL(window.location.href);
  const fixed = { period: 'custom', from: days.first, to: days.last, by };
  for (const [name, value] of Object.entries(fixed)) address.searchParams.set(name, value);
  return address.href;
}

/** A task about what is in view; it leads back to it. */
export function TaskForm({ view, close }: { view: InView; close(): void }): ReactNode {
  const t = useTexts(actionTexts);
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [filter] = useFilter();
  const [title, setTitle] = useState(() => t.titleOf(view.name, view.count).slice(0, 200));
  const make = useMutation({
    mutationFn: () => request.post('/tasks', { type: 'custom', title, detail: addressOf(filter) }),
    onSuccess() {
      void message.success(t.made);
      close();
    },
    onError: (fault) => void message.error(problemText(fault)),
  });
  return (
    <Modal
      open
      title={t.makeTask}
      okText={t.make}
      okButtonProps={{ disabled: title.trim() === '' }}
      confirmLoading={make.isPending}
      onOk={() => make.mutate()}
      onCancel={close}
    >
      <Input
        aria-label={t.taskTitle}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
    </Modal>
  );
}
