import { Alert, App, Button, Input, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Cause } from '../api.ts';
import { useCauseName } from '../complaints/caseFacts.tsx';
import { localized } from '../customers/names.ts';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import { useCauseChange, useCauseGuess } from '../queries/complaintSettings.ts';
import { useCauses } from '../queries/defects.ts';
import { CauseEditor } from './causeEditor.tsx';

/** The cause codes in the order in which they are guessed, and a sentence to try them with. */
export function CauseList(): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const causes = useCauses();
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  const items = causes.data?.items ?? [];
  return (
    <>
      <section className="block">
        <div className="block-head">
          <p className="soft">{t.causesLead}</p>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('')}>
            {t.newCause}
          </Button>
        </div>
        {open === '' && <CauseEditor close={close} />}
        {causes.isPending && <RowsSkeleton />}
        {causes.error && !causes.data && <ProblemNote error={causes.error} retry={() => void causes.refetch()} />}
        <ol className="type-list">
          {items.map((cause, place) =>
            open === cause.id ? (
              <li key={cause.id}>
                <CauseEditor cause={cause} close={close} />
              </li>
            ) : (
              <CauseItem key={cause.id} items={items} place={place} edit={() => setOpen(cause.id)} />
            ),
          )}
        </ol>
      </section>
      <GuessForm />
    </>
  );
}

function CauseItem({ items, place, edit }: { items: Cause[]; place: number; edit(): void }): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const { language } = useLanguage();
  const change = useCauseChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const cause = items[place]!;
  const name = localized(cause.name, language);
  const move = (step: 1 | -1): void => {
    const order = items.map(({ id }) => id);
    order.splice(place, 1);
    order.splice(place + step, 0, cause.id);
    change.mutate({ order }, { onError: (error) => void message.error(problemText(error)) });
  };
  return (
    <li className="type-item">
      <span className="type-words">
        <strong>{name}</strong> {!cause.active && <Tag>{t.off}</Tag>}
        <span className="soft">
          {t.counted(cause.complaints)} · {cause.words.length > 0 ? cause.words.join(' / ') : t.noWords}
        </span>
      </span>
      <span className="case-buttons">
        <Button aria-label={`${t.up} ${name}`} disabled={place === 0} onClick={() => move(-1)}>
          ↑
        </Button>
        <Button aria-label={`${t.down} ${name}`} disabled={place === items.length - 1} onClick={() => move(1)}>
          ↓
        </Button>
        <Button aria-label={`${t.edit} ${name}`} onClick={edit}>
          {t.edit}
        </Button>
      </span>
    </li>
  );
}

/** Which cause a customer's words would be given. */
function GuessForm(): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const causeName = useCauseName();
  const problemText = useProblemText();
  const guess = useCauseGuess();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) guess.mutate(text.trim());
  };
  return (
    <section className="block">
      <h2>{t.tryTitle}</h2>
      <form className="form-inline" aria-label={t.tryTitle} onSubmit={submit}>
        <Input
          aria-label={t.tryHint}
          placeholder={t.tryHint}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" disabled={!text.trim()} loading={guess.isPending}>
          {t.try}
        </Button>
      </form>
      {guess.data && <p role="status">{guess.data.code ? t.guessed(causeName(guess.data.code)) : t.guessedNone}</p>}
      {guess.error && <Alert type="error" title={problemText(guess.error)} showIcon role="alert" />}
    </section>
  );
}
