import { App, Button, Checkbox, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { FilterQuery } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import { useSavedFilterChange, useSavedFilters } from '../queries/taskFilters.ts';

interface Props {
  filter: FilterQuery;
  change(values: Partial<FilterQuery>): void;
  close(): void;
}

/** Lists under a name: shown at one press, kept for oneself or for all colleagues. */
export function SavedFilters({ filter, change, close }: Props): ReactNode {
  const t = useTexts(inboxTexts);
  const mayManage = useMay('manager');
  const saved = useSavedFilters();
  const keep = useSavedFilterChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const onError = (error: Error): void => void message.error(problemText(error));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    keep.mutate({ save: { name: name.trim(), query: filter, shared } }, { onSuccess: () => setName(''), onError });
  };
  return (
    <section className="saved-filters" aria-label={t.savedFilters}>
      <p className="form-label">{t.savedFilters}</p>
      {saved.data?.items.length === 0 && <p className="soft">{t.noSavedFilters}</p>}
      <ul>
        {saved.data?.items.map((each) => (
          <li key={each.id}>
            <Button
              type="text"
              onClick={() => {
                change(each.query);
                close();
              }}
            >
              {each.name} {each.shared && <span className="soft">· {t.sharedFilter}</span>}
            </Button>
            {(each.mine || mayManage) && (
              <Button
                type="text"
                size="small"
                icon={<Icon name="close" />}
                aria-label={`${t.removeFilter} ${each.name}`}
                onClick={() => keep.mutate({ remove: each.id }, { onError })}
              />
            )}
          </li>
        ))}
      </ul>
      <form className="note-form" onSubmit={save}>
        <Input
          aria-label={t.filterName}
          placeholder={t.filterName}
          maxLength={40}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" disabled={!name.trim()} loading={keep.isPending}>
          {t.saveFilter}
        </Button>
        <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
          {t.shareFilter}
        </Checkbox>
      </form>
    </section>
  );
}
