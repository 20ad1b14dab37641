import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { taskTexts } from '../i18n/task.ts';
import { useShop } from '../queries/shop.ts';
import { NextContactField } from './nextContactField.tsx';
import { answerOf, unasked } from './nextContactTimes.ts';

interface Props {
  title: string;
  close(): void;
  done(next: { type: string; dueAt: string } | null): void;
}

/** Before many tasks are done at once: when are their customers to be contacted next? Asked once for all. */
export function BulkNextForm({ title, close, done }: Props): ReactNode {
  const task = useTexts(taskTexts);
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [planned, setPlanned] = useState(unasked);
  const answer = answerOf(planned, zone, new Date());
  return (
    <Modal
      open
      title={title}
      okText={task.finish}
      cancelText={task.cancel}
      okButtonProps={{ disabled: answer === undefined }}
      onCancel={close}
      onOk={() => answer !== undefined && done(answer)}
    >
      <NextContactField value={planned} change={setPlanned} many />
    </Modal>
  );
}
