import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { List } from '../../desk/api.ts';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { useProblemText } from '../../desk/frame/problemNote.tsx';
import { request } from '../../desk/frame/request.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { Asked } from './asked.ts';
import { customersOf, useSurveys } from './queries.ts';

type Action = 'task' | 'survey' | 'care';
interface Props {
  asked: Asked;
  /** What is in view, in words, and how many answers that are. */
  name: string;
  n: number;
}

/** What can be done about exactly the answers in view: a task, a survey or care for the customers behind them, a file. */
export function Actions({ asked, name, n }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const [open, setOpen] = useState<Action>();
  const file = (format: string): string => {
    const values = Object.entries({ ...asked, format, language }).filter(([, value]) => value !== undefined);
    return `/api/v1/reports/surveys/file?${new URLSearchParams(values.map(([key, value]) => [key, String(value)]))}`;
  };
  return (
    <fieldset className="survey-actions" aria-label={t.act}>
      <Button size="small" onClick={() => setOpen('task')}>
        {t.makeTask}
      </Button>
      <Button size="small" onClick={() => setOpen('survey')}>
        {t.sendSurvey}
      </Button>
      <Button size="small" onClick={() => setOpen('care')}>
        {t.sendCare}
      </Button>
      <Button size="small" href={file('csv')} download>
        {t.csv}
      </Button>
      <Button size="small" href={file('xlsx')} download>
        {t.xlsx}
      </Button>
      {open === 'task' && <TaskForm name={name} n={n} close={() => setOpen(undefined)} />}
      {open && open !== 'task' && <SendForm kind={open} asked={asked} close={() => setOpen(undefined)} />}
    </fieldset>
  );
}

function TaskForm({ name, n, close }: Omit<Props, 'asked'> & { close(): void }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [title, setTitle] = useState(() => t.titleOf(name, formats.integer(n)).slice(0, 200));
  const make = useMutation({
    // The address is the view itself: whoever has the task opens the same answers.
    mutationFn: () => request.post('/tasks', { type: 'custom', title, detail: window.location.href }),
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

interface CareRule {
  id: string;
  name: { zh: string; en: string } | string;
  active: boolean;
}

function SendForm({ kind, asked, close }: { kind: 'survey' | 'care'; asked: Asked; close(): void }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<string>();
  const people = useQuery({ queryKey: ['customersOf', asked], queryFn: () => customersOf(asked) });
  const surveys = useSurveys();
  const rules = useQuery({
    queryKey: ['careRules'],
    queryFn: () => request.get<List<CareRule>>('/care-rules'),
    enabled: kind === 'care',
  });
  const options =
    kind === 'survey'
      ? (surveys.data?.items ?? [])
          .filter(({ active, anonymous }) => active && !anonymous)
          .map(({ id, title }) => ({ value: id, label: localized(title, language) }))
      : (rules.data?.items ?? [])
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: typeof name === 'string' ? name : localized(name, language) }));
  const send = useMutation({
    mutationFn: () =>
      request.post<Record<string, number>>(`/${kind === 'survey' ? 'surveys' : 'care-rules'}/${chosen}/send`, {
        customerIds: people.data,
      }),
    onSuccess(answer) {
      void message.success(t.sent(formats.integer(Object.values(answer)[0] ?? 0)));
      close();
    },
    onError: (fault) => void message.error(problemText(fault)),
  });
  const count = people.data?.length;
  return (
    <Modal
      open
      title={kind === 'survey' ? t.sendSurvey : t.sendCare}
      okText={t.send}
      okButtonProps={{ disabled: !chosen || !count }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {count !== undefined && <p>{count === 0 ? t.nobody : t.people(formats.integer(count))}</p>}
      <Select
        aria-label={t.choose}
        placeholder={t.choose}
        style={{ width: '100%' }}
        value={chosen ?? null}
        options={options}
        notFoundContent={t.nothingToSend}
        onChange={(value) => setChosen(value ?? undefined)}
      />
    </Modal>
  );
}
