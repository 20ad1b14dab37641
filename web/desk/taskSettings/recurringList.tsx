import { App, Button, Popconfirm, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { RecurringTask } from '../api.ts';
import { customerName } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { recurringTexts } from '../i18n/recurring.ts';
import { useRecurring, useRecurringChange } from '../queries/taskSettings.ts';
import { RecurringForm } from './recurringForm.tsx';

/** Tasks that come back by the clock. */
export function RecurringList(): ReactNode {
  const t = useTexts(recurringTexts);
  const recurring = useRecurring();
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  return (
    <section className="block">
      <div className="block-head">
        <p className="soft">{t.lead}</p>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('')}>
          {t.add}
        </Button>
      </div>
      {open === '' && <RecurringForm close={close} />}
      {recurring.isPending && <RowsSkeleton />}
      {recurring.error && !recurring.data && (
        <ProblemNote error={recurring.error} retry={() => void recurring.refetch()} />
      )}
      {recurring.data?.items.length === 0 && open !== '' && <p className="soft">{t.none}</p>}
      <ul className="type-list">
        {recurring.data?.items.map((each) =>
          open === each.id ? (
            <li key={each.id}>
              <RecurringForm kept={each} close={close} />
            </li>
          ) : (
            <Item key={each.id} item={each} edit={() => setOpen(each.id)} />
          ),
        )}
      </ul>
    </section>
  );
}

function Item({ item, edit }: { item: RecurringTask; edit(): void }): ReactNode {
  const t = useTexts(recurringTexts);
  const formats = useFormats();
  const now = useNow();
  const { language } = useLanguage();
  const change = useRecurringChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  return (
    <li className="type-item">
      <span className="type-words">
        <strong>{item.title}</strong>{' '}
        {item.customer && <Link to={`/customers/${item.customer.id}`}>{customerName(item.customer, language)}</Link>}{' '}
        {!item.active && <Tag>{t.off}</Tag>}
        <span className="soft">
          {t.rhythm(item.rhythm)}
          {item.coming.length > 0 && ` · ${t.coming} ${item.coming.map((at) => formats.moment(at, now)).join(t.comma)}`}
        </span>
      </span>
      <span className="case-buttons">
        <Popconfirm
          title={`${t.remove}: ${item.title}`}
          okText={t.remove}
          cancelText={t.cancel}
          onConfirm={() =>
            change.mutate({ remove: item.id }, { onError: (error) => void message.error(problemText(error)) })
          }
        >
          <Button>{t.remove}</Button>
        </Popconfirm>
        <Button aria-label={`${t.edit} ${item.title}`} onClick={edit}>
          {t.edit}
        </Button>
      </span>
    </li>
  );
}
