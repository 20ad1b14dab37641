import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { List } from '../../desk/api.ts';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { useProblemText } from '../../desk/frame/problemNote.tsx';
import { request } from '../../desk/frame/request.ts';
import { actionTexts } from '../i18n/actions.ts';
import { useSurveys } from '../surveys/queries.ts';
import type { InView } from './actionBar.tsx';
import { mostPeople } from './people.ts';

interface CareRule {
  id: string;
  name: { zh: string; en: string } | string;
  active: boolean;
}
interface Props {
  kind: 'survey' | 'care';
  people: NonNullable<InView['people']>;
  close(): void;
}

/** Sends a survey, or what a care rule writes, to exactly the people in view. */
export function SendForm({ kind, people: { key, read }, close }: Props): ReactNode {
  const t = useTexts(actionTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<string>();
  const people = useQuery({ queryKey: ['peopleInView', key], queryFn: read });
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
      {people.error && <p>{problemText(people.error)}</p>}
      {count !== undefined && (
        <p>
          {count === 0 ? t.nobody : t.people(formats.integer(count))}{' '}
          {count === mostPeople && t.most(formats.integer(mostPeople))}
        </p>
      )}
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
