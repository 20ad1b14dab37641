import { Segmented, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Complaint } from '../api.ts';
import { CustomerPanel } from '../customers/customerPanel.tsx';
import { complaintNumber, customerName, localized } from '../customers/names.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { recordTexts } from '../i18n/records.ts';
import { rowsOf, useComplaint, useComplaints } from '../queries/records.ts';
import { useTeams } from '../queries/settings.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, ListSearch, MoreButton } from '../shell/listParts.tsx';
import { CaseTabs } from './caseTabs.tsx';
import { SeverityTag, StateTag, useProductName } from './complaintFacts.tsx';
import { ComplaintPage } from './complaintPage.tsx';

const shows = ['open', 'safety', 'all'] as const;

function filterOf(show: (typeof shows)[number], productId: string | undefined, teamId: string | undefined) {
  const product = { ...(productId && { productId }), ...(teamId && { teamId }) };
  if (show === 'all') return product;
  return show === 'open' ? { open: true, ...product } : { severity: 'safety', ...product };
}

function ComplaintRow({
  complaint,
  selected,
  search,
}: {
  complaint: Complaint;
  selected: boolean;
  search: string;
}): ReactNode {
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const productName = useProductName();
  return (
    <Link
      className="row"
      data-row={complaint.id}
      to={{ pathname: `/complaints/${complaint.id}`, search }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind figures">{complaintNumber(complaint.number)}</span>
        <time className="due" dateTime={complaint.createdAt}>
          {formats.moment(complaint.createdAt, now)}
        </time>
      </span>
      <span className="row-title">{productName(complaint)}</span>
      <span className="row-text">{complaint.whatHappened}</span>
      <span className="row-foot">
        <span className="row-who">{customerName(complaint.customer, language)}</span>
        <SeverityTag complaint={complaint} />
        <StateTag complaint={complaint} />
      </span>
    </Link>
  );
}

/** Complaints, with the selected one and its customer. */
export function ComplaintArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(recordTexts);
  const list = useRef<HTMLDivElement>(null);
  const [showValue, setShow] = useAddressValue('show');
  const [productId] = useAddressValue('product');
  const [teamId, setTeam] = useAddressValue('team');
  const teams = useTeams();
  const { language } = useLanguage();
  const [query, setQuery] = useState('');
  const show = oneOf(showValue, shows);
  const complaints = useComplaints(filterOf(show, productId, teamId));
  const selected = useComplaint(id ?? '', id !== undefined);
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/complaints', search: params.toString() });
  };
  useKeys({ Escape: leave });

  const words = query.trim().toLowerCase();
  const rows = rowsOf(complaints.data).filter((each) =>
    [
      complaintNumber(each.number),
      each.customer.name,
      each.whatHappened,
      each.productText,
      each.product?.name.zh,
      each.product?.name.en,
    ]
      .join('\n')
      .toLowerCase()
      .includes(words),
  );
  const names = { open: t.open, safety: t.safety, all: t.allStates };
  return (
    <Columns
      label={t.complaints}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <ChoiceForm className="list-head">
            <CaseTabs />
            <Segmented
              block
              aria-label={t.state}
              value={show}
              options={shows.map((value) => ({ value, label: names[value] }))}
              onChange={setShow}
            />
            <Select
              allowClear
              aria-label={t.team}
              placeholder={t.allTeams}
              value={teamId}
              options={teams.data?.items.map(({ id: value, name }) => ({ value, label: localized(name, language) }))}
              onChange={setTeam}
            />
            <ListSearch value={query} onChange={setQuery} label={t.complaintSearch} />
          </ChoiceForm>
          <div className="list-body">
            {complaints.isPending && <RowsSkeleton />}
            {complaints.error && !complaints.data && (
              <ProblemNote error={complaints.error} retry={() => void complaints.refetch()} />
            )}
            {complaints.data && rows.length === 0 && (
              <EmptyNote icon="complaints" title={t.emptyComplaints}>
                {t.emptyComplaintsText}
              </EmptyNote>
            )}
            {rows.map((each) => (
              <ComplaintRow key={each.id} complaint={each} selected={each.id === id} search={params.toString()} />
            ))}
            <MoreButton query={complaints} />
          </div>
        </div>
      }
      detail={
        id ? (
          <ComplaintPage key={id} id={id} />
        ) : (
          <EmptyNote icon="complaints" title={t.chooseComplaint}>
            {t.chooseComplaintText}
          </EmptyNote>
        )
      }
      side={id && selected.data ? <CustomerPanel id={selected.data.customer.id} /> : undefined}
    />
  );
}
