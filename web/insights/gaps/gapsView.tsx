import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { languageNames } from '../../desk/i18n/names.ts';
import { useAddressValues } from '../../desk/shell/address.ts';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { Card } from '../card.tsx';
import { gapReportTexts } from '../i18n/gaps.ts';
import type { Filter } from '../period.ts';
import { RateNumber } from '../rateNumber.tsx';
import { useSkuOf } from '../reports.ts';
import { trustOf } from '../samples.ts';
import { GapGroupItem } from './gapGroupItem.tsx';
import { fates, type GapReport, type GapsAsked, useGapReport } from './queries.ts';
import './gaps.css';

/** What the knowledge base lacks: how much of it is answered by now, and each question with what became of it. In the address: `fate`, `asked`. */
export function GapsView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(gapReportTexts);
  const languages = useTexts(languageNames);
  const { language: words } = useLanguage();
  const formats = useFormats();
  const [search, change] = useAddressValues();
  const skuOf = useSkuOf();
  const fate = fates.find((each) => each === search.get('fate'));
  const language = (['zh', 'en'] as const).find((each) => each === search.get('asked'));
  const { from, to, productId } = filter;
  const asked: GapsAsked = { from, to, productId, language, fate };
  const report = useGapReport(asked);
  const sku = skuOf(productId);
  const view = {
    name: fate ? `${t.title} · ${t.fates[fate]}` : t.title,
    count: t.count(formats.integer(report.data?.n ?? 0)),
    people: peopleAt('gaps', asked),
    // Each question below has an article of its own.
    article: { products: sku ? [sku] : [] },
    files: { csv: fileAddress('/reports/gaps/file', { ...asked, words }) },
  };
  return (
    <>
      <ChoiceForm className="filters">
        <Select
          aria-label={t.fate}
          className="survey-by"
          value={fate ?? 'all'}
          options={[{ value: 'all', label: t.anyFate }, ...fates.map((value) => ({ value, label: t.fates[value] }))]}
          onChange={(value) => change({ fate: value === 'all' ? undefined : value })}
        />
        <Select
          aria-label={t.language}
          className="survey-by"
          value={language ?? 'all'}
          options={[
            { value: 'all', label: t.anyLanguage },
            ...(['zh', 'en'] as const).map((value) => ({ value, label: languages[value] ?? value })),
          ]}
          onChange={(value) => change({ asked: value === 'all' ? undefined : value })}
        />
      </ChoiceForm>
      <div className="cards">
        <Card title={t.title} className="card-wide" query={report} rows={8} tools={<ActionBar view={view} />}>
          {(found) =>
            found.n === 0 ? (
              <EmptyNote icon="gaps" title={t.none}>
                {t.noneText}
              </EmptyNote>
            ) : (
              <Gaps report={found} />
            )
          }
        </Card>
      </div>
    </>
  );
}

/** So many groups are shown at first: the others were mostly asked once. */
const FIRST = 12;

function Gaps({ report }: { report: GapReport }): ReactNode {
  const t = useTexts(gapReportTexts);
  const formats = useFormats();
  const n = formats.integer(report.n);
  const { label, tooFewText, weak } = t;
  const { medianDays, askedAgain, groups } = report;
  const [all, setAll] = useState(false);
  return (
    <>
      <RateNumber
        rate={report}
        words={{ label, count: t.count(n), tooFew: t.tooFew(n), tooFewText, weak }}
        testId="gaps-filled"
      >
        <p className="note figures">
          {[
            ...fates.map((each) => `${t.fates[each]} ${formats.integer(report[each])}`),
            medianDays !== null &&
              trustOf(report.filled) !== 'tooFew' &&
              t.median(medianDays.toFixed(medianDays < 10 ? 1 : 0)),
            askedAgain > 0 && t.again(formats.integer(askedAgain)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </RateNumber>
      <h3>
        {t.groupTitle} · {t.groups(formats.integer(report.groupCount))}
      </h3>
      <ul className="gap-groups">
        {groups.slice(0, all ? undefined : FIRST).map((group) => (
          <GapGroupItem key={group.id} group={group} most={groups[0]?.count ?? 1} />
        ))}
      </ul>
      {!all && groups.length > FIRST && <Button onClick={() => setAll(true)}>{t.more}</Button>}
    </>
  );
}
