import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { CareByHandDialog } from '../../desk/care/careByHand.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { RowsSkeleton } from '../../desk/frame/pageSkeleton.tsx';
import { ProblemNote } from '../../desk/frame/problemNote.tsx';
import { SendDialog } from '../../desk/surveys/sendButton.tsx';
import { actionTexts } from '../i18n/actions.ts';
import type { PeopleInView } from './people.ts';

interface Props {
  kind: 'survey' | 'care';
  people: PeopleInView;
  close(): void;
}

/** Sends a survey, or what a care rule writes, to exactly the people in view: who would get it, who not and why is seen first. */
export function SendForm({ kind, people: { key, read }, close }: Props): ReactNode {
  const t = useTexts(actionTexts);
  const formats = useFormats();
  const query = useQuery({ queryKey: ['peopleInView', key], queryFn: read, staleTime: 0 });
  const found = query.data;
  const unnamed = found && found.unnamed > 0 && <p className="soft">{t.unnamed(formats.integer(found.unnamed))}</p>;
  if (!found || found.total === 0)
    return (
      <Modal open title={kind === 'survey' ? t.sendSurvey : t.sendCare} footer={null} onCancel={close}>
        {!found && !query.error && <RowsSkeleton rows={2} />}
        {query.error && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
        {found && <p>{t.nobody}</p>}
        {unnamed}
      </Modal>
    );
  const { total, customerIds } = found;
  const note = (
    <>
      {total > customerIds.length && (
        <p role="note">
          <strong>{t.most(formats.integer(total), formats.integer(customerIds.length))}</strong>
        </p>
      )}
      {unnamed}
    </>
  );
  const chosen = { customerIds };
  return kind === 'survey' ? (
    <SendDialog chosen={chosen} note={note} close={close} />
  ) : (
    <CareByHandDialog chosen={chosen} note={note} close={close} />
  );
}
