import { type ReactNode, useId, useState } from 'react';
import type { Language } from '../kit/i18n.ts';
import { texts } from './texts.ts';

/** A line that can be changed in place. `save` tells whether it was taken; `children`: what else can be done. */
export function Editable(props: {
  label: string;
  value: string;
  type?: 'text' | 'tel' | 'email' | 'date';
  language: Language;
  save(value: string): Promise<boolean>;
  note?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  const { label, value, type = 'text', language, save, note, children } = props;
  const t = texts[language];
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    if (await save((draft ?? '').trim())) setDraft(undefined);
    setBusy(false);
  };
  if (draft !== undefined) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type={type}
          value={draft}
          maxLength={300}
          // biome-ignore lint/a11y/noAutofocus: the field stands where the button was that was pressed.
          autoFocus
          onChange={(event) => setDraft(event.target.value)}
        />
        <div className="buttons">
          <button type="submit" className="main" disabled={busy}>
            {t.save}
          </button>
          <button type="button" className="plain" onClick={() => setDraft(undefined)}>
            {t.cancel}
          </button>
        </div>
      </form>
    );
  }
  return (
    <>
      <p className="line">
        <span className="soft">{label}</span> <strong>{value || t.unknown}</strong>
      </p>
      {note}
      <div className="buttons">
        <button type="button" className="plain" aria-label={`${t.correct}: ${label}`} onClick={() => setDraft(value)}>
          {t.correct}
        </button>
        {children}
      </div>
    </>
  );
}

/** A deletion that is asked about once more, in place. */
export function Forget(props: { label: string; language: Language; forget(): Promise<boolean> }): ReactNode {
  const { label, language, forget } = props;
  const t = texts[language];
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <button type="button" className="plain danger" aria-label={`${t.forget}: ${label}`} onClick={() => setSure(true)}>
        {t.forget}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="plain danger"
        aria-label={`${t.forgetSure}: ${label}`}
        onClick={() => void forget()}
      >
        {t.forgetSure}
      </button>
      <button type="button" className="plain" onClick={() => setSure(false)}>
        {t.keep}
      </button>
    </>
  );
}
