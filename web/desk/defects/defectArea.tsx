import { Segmented, Tag } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Defect } from '../api.ts';
import { CaseTabs } from '../complaints/caseTabs.tsx';
import { localized } from '../customers/names.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useDefects } from '../queries/defects.ts';
import { rowsOf } from '../queries/records.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';
import { DefectPage } from './defectPage.tsx';

const shows = ['all', 'suspected', 'confirmed', 'fixed'] as const;

function DefectRow({ defect, selected }: { defect: Defect; selected: boolean }): ReactNode {
  const t = useTexts(defectTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  return (
    <Link
      className="row"
      data-row={defect.id}
      to={`/defects/${defect.id}`}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind figures">D-{defect.number}</span>
        <time className="due" dateTime={defect.createdAt}>
          {formats.moment(defect.createdAt, now)}
        </time>
      </span>
      <span className="row-title">{defect.title}</span>
      <span className="row-text">{t.counts(defect.complaintCount, defect.agreed, defect.told)}</span>
      <span className="row-foot">
        <span className="row-who">{defect.product && localized(defect.product.name, language)}</span>
        <Tag className={defect.state === 'confirmed' ? 'tag-accent' : undefined}>{t.states[defect.state]}</Tag>
      </span>
    </Link>
  );
}

/** Defects, with the selected one. */
export function DefectArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(defectTexts);
  const list = useRef<HTMLDivElement>(null);
  const [value, setShow] = useAddressValue('show');
  const show = oneOf(value, shows);
  const defects = useDefects(show === 'all' ? undefined : show);
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/defects', search: params.toString() });
  };
  useKeys({ Escape: leave });
  const rows = rowsOf(defects.data);
  return (
    <Columns
      label={t.defects}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <ChoiceForm className="list-head">
            <CaseTabs />
            <Segmented
              block
              aria-label={t.defects}
              value={show}
              options={shows.map((each) => ({ value: each, label: each === 'all' ? t.all : t.states[each] }))}
              onChange={setShow}
            />
          </ChoiceForm>
          <div className="list-body">
            {defects.isPending && <RowsSkeleton />}
            {defects.error && !defects.data && (
              <ProblemNote error={defects.error} retry={() => void defects.refetch()} />
            )}
            {defects.data && rows.length === 0 && (
              <EmptyNote icon="complaints" title={t.emptyDefects}>
                {t.emptyDefectsText}
              </EmptyNote>
            )}
            {rows.map((each) => (
              <DefectRow key={each.id} defect={each} selected={each.id === id} />
            ))}
            <MoreButton query={defects} />
          </div>
        </div>
      }
      detail={
        id ? (
          <DefectPage key={id} id={id} />
        ) : (
          <EmptyNote icon="complaints" title={t.chooseDefect}>
            {t.chooseDefectText}
          </EmptyNote>
        )
      }
    />
  );
}
