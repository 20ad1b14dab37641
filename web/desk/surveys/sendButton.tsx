import { App, Button, Modal, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { DeskLink } from '../frame/deskLink.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { surveySendTexts } from '../i18n/surveySend.ts';
import type { Chosen } from '../queries/care.ts';
import { useSurveyPreview, useSurveySend, useSurveys } from '../queries/surveys.ts';
import { PeopleSelect, SegmentSelect } from './chosenForm.tsx';
import { SendOutcome } from './sendOutcome.tsx';
import '../care/care.css';

interface Props {
  /** Which survey; absent: it is chosen. */
  surveyId?: string;
  /** Whom; absent: they are chosen. */
  chosen?: Chosen;
  label: string;
  size?: 'small';
  primary?: true;
}

/** A button that sends a survey by hand, to one customer, a segment or everybody in view: who would be asked is seen first. */
export function SurveySendButton({ label, size, primary, ...given }: Props): ReactNode {
  const mayManage = useMay('manager');
  const [open, setOpen] = useState(false);
  if (!mayManage) return null;
  return (
    <>
      <Button size={size ?? 'middle'} type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <SendDialog {...given} close={() => setOpen(false)} />}
    </>
  );
}

/** Who would be asked, and the button that does. `note`: what is to be known of the chosen. */
export function SendDialog({
  close,
  note,
  ...given
}: Pick<Props, 'surveyId' | 'chosen'> & { close(): void; note?: ReactNode }): ReactNode {
  const t = useTexts(surveySendTexts);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const surveys = useSurveys();
  const askable = (surveys.data?.items ?? []).filter(({ active, anonymous }) => active && !anonymous);
  const [picked, setPicked] = useState<string>();
  const surveyId = given.surveyId ?? picked ?? askable[0]?.id;
  const [by, setBy] = useState<'segment' | 'people'>('segment');
  const [whom, setWhom] = useState<Chosen>({ filter: {} });
  const chosen = given.chosen ?? whom;
  const somebody = 'filter' in chosen || chosen.customerIds.length > 0;
  const preview = useSurveyPreview(somebody ? surveyId : undefined, chosen);
  const send = useSurveySend();
  const data = somebody ? preview.data : undefined;
  const ready = data?.counts.some(({ verdict }) => verdict !== 'never') === true;
  const submit = (): void => {
    if (!surveyId) return;
    send.mutate(
      { surveyId, chosen },
      {
        onSuccess: ({ planned }) => {
          void message.success(t.planned(planned));
          close();
        },
      },
    );
  };
  const none = surveys.data && !given.surveyId && askable.length === 0;
  return (
    <Modal
      open
      title={t.title}
      okText={data ? t.submit(data.total) : t.send}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={submit}
      onCancel={close}
    >
      <div className="care-preview">
        <p className="soft">{t.lead}</p>
        {note}
        {none && (
          <p>
            {t.noSurveys} <DeskLink to="/surveys">{t.toSurveys}</DeskLink>
          </p>
        )}
        {!given.surveyId && !none && (
          <Select
            aria-label={t.which}
            value={surveyId}
            options={askable.map(({ id, title }) => ({ value: id, label: title[language] }))}
            onChange={setPicked}
          />
        )}
        {!given.chosen && (
          <>
            <Segmented
              aria-label={t.whom}
              value={by}
              options={[
                { value: 'segment' as const, label: t.whomSegment },
                { value: 'people' as const, label: t.whomPeople },
              ]}
              onChange={(next) => {
                setBy(next);
                setWhom(next === 'segment' ? { filter: {} } : { customerIds: [] });
              }}
            />
            {by === 'segment' ? <SegmentSelect onChange={setWhom} /> : <PeopleSelect onChange={setWhom} />}
          </>
        )}
        {preview.isFetching && !data && somebody && <RowsSkeleton rows={2} />}
        {preview.error && <ProblemNote error={preview.error} retry={() => void preview.refetch()} />}
        {data && <SendOutcome preview={data} />}
        {send.error && <ProblemNote error={send.error} />}
      </div>
    </Modal>
  );
}
