import { Select } from 'antd';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Customer } from '../api.ts';
import { CareByHandButton } from '../care/careByHand.tsx';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careByHandTexts } from '../i18n/careByHand.ts';
import { customerTexts } from '../i18n/customers.ts';
import { doubleTexts } from '../i18n/doubles.ts';
import { segmentTexts } from '../i18n/segments.ts';
import { surveySendTexts } from '../i18n/surveySend.ts';
import { useCustomers } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { useSegments } from '../queries/segments.ts';
import { useAddressValue } from '../shell/address.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, ListSearch, MoreButton } from '../shell/listParts.tsx';
import { SurveySendButton } from '../surveys/sendButton.tsx';
import { CustomerRecord } from './customerRecord.tsx';
import { customerName } from './names.ts';

function CustomerRow({
  customer,
  selected,
  search,
}: {
  customer: Customer;
  selected: boolean;
  search: string;
}): ReactNode {
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  return (
    <Link
      className="row"
      data-row={customer.id}
      to={{ pathname: `/customers/${customer.id}`, search }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-title">{customerName(customer, language)}</span>
        {customer.lastSeenAt && (
          <time className="due" dateTime={customer.lastSeenAt}>
            {formats.moment(customer.lastSeenAt, now)}
          </time>
        )}
      </span>
      <span className="row-foot">
        <span className="row-who">{[customer.phone ?? customer.email, customer.city].filter(Boolean).join(' · ')}</span>
      </span>
    </Link>
  );
}

/** Customers by search, and the record of the selected one. */
export function CustomerArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(customerTexts);
  const list = useRef<HTMLDivElement>(null);
  const [asked = '', setAsked] = useAddressValue('q');
  // The field has its own state: the address follows it, a little later.
  const [query, setQuery] = useState(asked);
  const words = useTexts(segmentTexts);
  const byHand = useTexts(careByHandTexts);
  const surveys = useTexts(surveySendTexts);
  const doubles = useTexts(doubleTexts);
  const [segment, setSegment] = useAddressValue('segment');
  const [owner, setOwner] = useAddressValue('owner');
  const counts = useSegments().data?.items ?? [];
  const customers = useCustomers(useDeferredValue(query.trim()), { segment, owner });
  const search = (text: string): void => {
    setQuery(text);
    setAsked(text || undefined);
  };
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/customers', search: params.toString() });
  };
  useKeys({ Escape: leave });
  const rows = rowsOf(customers.data);
  const shown = { query: query.trim(), segment, owner };
  const filter = Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return (
    <Columns
      label={t.customers}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <ChoiceForm className="list-head">
            <ListSearch value={query} onChange={search} label={t.search} />
            <div className="list-filters">
              <Select
                aria-label={words.segment}
                value={segment ?? 'every'}
                popupMatchSelectWidth={false}
                options={[
                  { value: 'every', label: words.every },
                  ...counts.map(({ segment: value, customers: n }) => ({
                    value,
                    label: `${words.segments[value]} (${n})`,
                  })),
                ]}
                onChange={(value: string) => setSegment(value === 'every' ? undefined : value)}
              />
              <Select
                aria-label={words.whose}
                value={owner ?? 'any'}
                popupMatchSelectWidth={false}
                options={[
                  { value: 'any', label: words.anybody },
                  { value: 'me', label: words.mine },
                  { value: 'none', label: words.nobody },
                ]}
                onChange={(value: string) => setOwner(value === 'any' ? undefined : value)}
              />
            </div>
            {rows.length > 0 && (
              <div className="list-filters">
                <CareByHandButton size="small" chosen={{ filter }} label={byHand.writeAll} />
                <SurveySendButton size="small" chosen={{ filter }} label={surveys.all} />
              </div>
            )}
            <Link to="/customers/doubles">{doubles.link}</Link>
          </ChoiceForm>
          <div className="list-body">
            {customers.isPending && <RowsSkeleton />}
            {customers.error && !customers.data && (
              <ProblemNote error={customers.error} retry={() => void customers.refetch()} />
            )}
            {customers.data && rows.length === 0 && (
              <EmptyNote icon="customers" title={t.emptyCustomers}>
                {t.emptyCustomersText}
              </EmptyNote>
            )}
            {rows.map((customer) => (
              <CustomerRow
                key={customer.id}
                customer={customer}
                selected={customer.id === id}
                search={params.toString()}
              />
            ))}
            <MoreButton query={customers} />
          </div>
        </div>
      }
      detail={
        id ? (
          <CustomerRecord key={id} id={id} />
        ) : (
          <EmptyNote icon="customers" title={t.choose}>
            {t.chooseText}
          </EmptyNote>
        )
      }
    />
  );
}
