import { Select, Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Invitation } from '../api.ts';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { useInvitations } from '../queries/surveys.ts';
import { useAddressValue } from '../shell/address.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';

/** Why somebody was not asked, or, who was asked, not reminded. */
function whyNot({ state, reason }: Invitation, t: typeof surveyTexts.zh): string {
  if (!reason) return '';
  const why = t.reasons[reason] ?? reason;
  return state === 'withheld' || state === 'planned' || reason === 'unreachable' ? why : t.notReminded(why);
}

/** Whom a survey asked and what became of it, and whom it did not ask and why. */
export function InvitationList({ id }: { id: string }): ReactNode {
  const t = useTexts(surveyTexts);
  const formats = useFormats();
  const [asked, setState] = useAddressValue('state');
  const state = asked && Object.hasOwn(t.states, asked) ? asked : null;
  const query = useInvitations(id, state);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const when = (row: Invitation) => row.answeredAt ?? row.sentAt ?? row.decidedAt ?? row.dueAt;
  return (
    <section className="block" aria-label={t.tabs.invitations}>
      <Select
        aria-label={t.state}
        value={state ?? ''}
        options={[
          { value: '', label: t.allStates },
          ...Object.entries(t.states).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(next) => setState(next || undefined)}
      />
      {query.error && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {!query.isPending && items.length === 0 ? (
        <EmptyNote icon="search" title={t.noInvitations} />
      ) : (
        <Table<Invitation>
          size="small"
          rowKey="id"
          loading={query.isPending}
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={items}
          columns={[
            {
              title: t.customer,
              render: (_, { customer }) =>
                customer && <Link to={`/customers/${customer.id}`}>{customer.name ?? customer.id.slice(0, 8)}</Link>,
            },
            { title: t.state, render: (_, row) => t.states[row.state] },
            { title: t.reason, render: (_, row) => whyNot(row, t) },
            { title: t.ways, render: (_, { way }) => (way ? t.wayNames[way] : '') },
            {
              title: t.when,
              render: (_, row) => {
                const at = when(row);
                return at ? formats.full(at) : '';
              },
            },
            { title: t.score, align: 'right', render: (_, { response }) => response?.score ?? '' },
          ]}
        />
      )}
      <MoreButton query={query} />
    </section>
  );
}
