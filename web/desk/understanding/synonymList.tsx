import { Alert, Button, Input, Popconfirm, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { synonymTexts } from '../i18n/synonyms.ts';
import { useSynonymChange, useSynonyms } from '../queries/synonyms.ts';

const wordsIn = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What the shop calls by several names; saved groups count at once. */
export function SynonymList(): ReactNode {
  const t = useTexts(synonymTexts);
  const groups = useSynonyms();
  const change = useSynonymChange();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<string>();
  const words = wordsIn(text);
  const clear = (): void => {
    setText('');
    setEditing(undefined);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(editing ? { id: editing, words } : { words }, { onSuccess: clear });
  };
  return (
    <section className="block synonyms" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="soft">{t.lead}</p>
      {groups.isPending && <RowsSkeleton rows={2} />}
      {groups.error && !groups.data && <ProblemNote error={groups.error} retry={() => void groups.refetch()} />}
      {groups.data?.items.length === 0 && <p className="soft">{t.empty}</p>}
      <ul>
        {groups.data?.items.map((group) => (
          <li key={group.id}>
            <span className="synonym-words">
              {group.words.map((word) => (
                <Tag key={word}>{word}</Tag>
              ))}
            </span>
            <Button
              onClick={() => {
                setEditing(group.id);
                setText(group.words.join('，'));
              }}
            >
              {t.edit}
            </Button>
            <Popconfirm
              title={t.removeSure}
              okText={t.remove}
              cancelText={t.cancel}
              onConfirm={() => change.mutate({ remove: group.id })}
            >
              <Button danger>{t.remove}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <form className="form-inline" onSubmit={save}>
        <Input
          aria-label={t.words}
          placeholder={t.example}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" disabled={words.length < 2} loading={change.isPending}>
          {editing ? t.save : t.add}
        </Button>
        {editing && <Button onClick={clear}>{t.cancel}</Button>}
      </form>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </section>
  );
}
