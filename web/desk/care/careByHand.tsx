import { App, Button, Modal, Select, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { HandPreview } from '../api.ts';
import { customerName } from '../customers/names.ts';
import { DeskLink } from '../frame/deskLink.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { careByHandTexts } from '../i18n/careByHand.ts';
import { type Chosen, useCareRules, useHandPreview, useHandSend } from '../queries/care.ts';
import { verdictColours } from './carePreviewList.tsx';
import './care.css';

/** A button that writes to one customer, or to everybody in view: who would get it is seen first. */
export function CareByHandButton(props: { chosen: Chosen; label: string; size?: 'small' }): ReactNode {
  const { chosen, label, size = 'middle' } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <CareByHandDialog chosen={chosen} close={() => setOpen(false)} />}
    </>
  );
}

/** Who would get it, and the button that writes. `note`: what is to be known of the chosen. */
export function CareByHandDialog(props: { chosen: Chosen; close(): void; note?: ReactNode }): ReactNode {
  const { chosen, close, note } = props;
  const t = useTexts(careByHandTexts);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const rules = (useCareRules().data?.items ?? []).filter(({ occasion, active }) => occasion === 'byHand' && active);
  const [picked, setPicked] = useState<string>();
  const ruleId = picked ?? rules[0]?.id;
  const preview = useHandPreview(ruleId, chosen);
  const send = useHandSend();
  const { data } = preview;
  const allowed = data && data.chosenToday + data.total <= data.aDay;
  const ready = data?.counts.some(({ verdict }) => verdict !== 'never') === true && allowed;
  const submit = (): void => {
    if (!ruleId) return;
    send.mutate(
      { ruleId, chosen },
      {
        onSuccess: ({ planned }) => {
          void message.success(t.planned(planned));
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t.title}
      okText={data ? t.send(data.total) : t.write}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={submit}
      onCancel={close}
    >
      <div className="care-preview">
        <p className="soft">{t.lead}</p>
        {note}
        {rules.length === 0 ? (
          <p>
            {t.noRules} <DeskLink to="/care">{t.toRules}</DeskLink>
          </p>
        ) : (
          <Select
            aria-label={t.rule}
            value={ruleId}
            options={rules.map(({ id, name }) => ({ value: id, label: name[language] }))}
            onChange={setPicked}
          />
        )}
        {preview.isFetching && !data && <RowsSkeleton rows={2} />}
        {preview.error && <ProblemNote error={preview.error} retry={() => void preview.refetch()} />}
        {data && <Outcome preview={data} />}
        {data && !allowed && <p role="alert">{t.tooMany}</p>}
        {send.error && <ProblemNote error={send.error} />}
      </div>
    </Modal>
  );
}

function Outcome({ preview }: { preview: HandPreview }): ReactNode {
  const t = useTexts(careByHandTexts);
  const care = useTexts(careTexts);
  const { language } = useLanguage();
  const { total, counts, items, aDay, chosenToday } = preview;
  return (
    <>
      <p className="figures" role="status">
        {t.total(total)} · <span className="soft">{t.room(chosenToday, aDay)}</span>
      </p>
      <p className="care-counts">
        {counts.map(({ verdict, reason, customers }) => (
          <Tag key={`${verdict} ${reason}`} color={verdictColours[verdict]} className="figures">
            {[care.verdicts[verdict], reason && (care.reasons[reason] ?? reason)].filter(Boolean).join('：')}{' '}
            {customers}
          </Tag>
        ))}
      </p>
      {counts.every(({ verdict }) => verdict === 'never') && <p>{t.nobody}</p>}
      {total > items.length && <p className="soft">{t.firstOnes(items.length)}</p>}
      <ul className="care-chosen">
        {items.map(({ customerId, name, verdict, reason, text }) => (
          <li key={customerId}>
            <DeskLink to={`/customers/${customerId}`}>{customerName({ id: customerId, name }, language)}</DeskLink>
            <Tag color={verdictColours[verdict]}>{care.verdicts[verdict]}</Tag>
            {reason && <span className="soft">{care.reasons[reason] ?? reason}</span>}
            {verdict !== 'never' && <p className="care-text">{text}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
