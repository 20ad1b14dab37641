import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Defect } from '../api.ts';
import { useCauseName } from '../complaints/caseFacts.tsx';
import { StateTag } from '../complaints/complaintFacts.tsx';
import { complaintNumber, customerName, localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useDefect, useMembers } from '../queries/defects.ts';
import { BackLink } from '../shell/listParts.tsx';
import { FixForm } from './fixForm.tsx';
import { VerdictForm } from './verdictForm.tsx';

/** One defect: its complaints, the verdict, the fix, and what customers said of it. */
export function DefectPage({ id }: { id: string }): ReactNode {
  const t = useTexts(defectTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const causeName = useCauseName();
  const mayFix = useMay('manager');
  const defect = useDefect(id);
  if (defect.isPending) return <PageSkeleton />;
  if (!defect.data) return <ProblemNote error={defect.error} retry={() => void defect.refetch()} whole />;
  const { data } = defect;
  return (
    <article className="page">
      <header className="page-head">
        <BackLink to="/defects" />
        <div className="head">
          <div className="head-top">
            <h1>
              <span className="figures">D-{data.number}</span> · {data.title}
            </h1>
            <Tag className={data.state === 'confirmed' ? 'tag-accent' : undefined}>{t.states[data.state]}</Tag>
          </div>
          <p className="head-facts">
            {data.product && <span>{localized(data.product.name, language)}</span>}
            {data.causeCode && <span>{causeName(data.causeCode)}</span>}
            <span title={formats.full(data.createdAt)}>{formats.moment(data.createdAt, now)}</span>
            <span>{t.counts(data.complaintCount, data.agreed, data.told)}</span>
          </p>
        </div>
      </header>
      <div className="page-body">
        <section className="block">
          <h2>{t.verdict}</h2>
          {data.verdict && <p className="prose">{data.verdict}</p>}
          {data.affectedBatches.length > 0 && (
            <p className="tags">
              {data.affectedBatches.map((batch) => (
                <Tag key={batch}>{batch}</Tag>
              ))}
            </p>
          )}
          {data.state !== 'fixed' && <VerdictEditor key={data.state} defect={data} />}
        </section>
        {(data.state === 'confirmed' || data.state === 'fixed') && (
          <section className="block">
            <h2>{t.fix}</h2>
            {data.fix && <Fixed defect={data} />}
            {data.state === 'confirmed' &&
              (mayFix ? <FixForm defect={data} /> : <p className="soft">{t.onlyManager}</p>)}
          </section>
        )}
        <Members id={id} />
      </div>
    </article>
  );
}

/** The form at once where there is no verdict yet, else behind a button. */
function VerdictEditor({ defect }: { defect: Defect }): ReactNode {
  const t = useTexts(defectTexts);
  const [open, setOpen] = useState(!defect.verdict);
  if (open) return <VerdictForm defect={defect} />;
  return (
    <Button size="small" onClick={() => setOpen(true)}>
      {t.changeVerdict}
    </Button>
  );
}

function Fixed({ defect }: { defect: Defect }): ReactNode {
  const t = useTexts(defectTexts);
  const { language } = useLanguage();
  return (
    <>
      <p className="prose">{defect.fix && localized(defect.fix, language)}</p>
      {defect.labelNote && (
        <p className="prose">
          {t.labelNote}: {localized(defect.labelNote, language)}
        </p>
      )}
      <p className="soft">{t.outcome(defect.solved, defect.unsolved)}</p>
      {defect.articleId && (
        <p>
          <Link to={`/articles/${defect.articleId}`}>{t.article}</Link>
        </p>
      )}
    </>
  );
}

function Members({ id }: { id: string }): ReactNode {
  const t = useTexts(defectTexts);
  const { language } = useLanguage();
  const members = useMembers(id);
  return (
    <section className="block">
      <h2>{t.members}</h2>
      {members.error && <ProblemNote error={members.error} retry={() => void members.refetch()} />}
      <ul className="case-list">
        {members.data?.items.map((each) => (
          <li key={each.id}>
            <span className="case-similar">
              <span>
                <Link to={`/complaints/${each.id}`} className="figures">
                  {complaintNumber(each.number)}
                </Link>{' '}
                {customerName(each.customer, language)}
              </span>
              <span className="case-told">{each.whatHappened}</span>
              <span>
                <StateTag complaint={each} />
                {each.batch && <Tag>{each.batch}</Tag>}
                {each.fixToldAt && <Tag className="tag-accent">{t.toldFix}</Tag>}
                {each.solved !== null && <Tag>{each.solved ? t.solvedYes : t.solvedNo}</Tag>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
