import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { SurveyPreview } from '../api.ts';
import { customerName } from '../customers/names.ts';
import { DeskLink } from '../frame/deskLink.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { surveySendTexts } from '../i18n/surveySend.ts';
import { surveyTexts } from '../i18n/surveys.ts';

const colours = { ask: 'green', later: 'gold', never: 'default' };

/** Who would be asked now, who not and why: all counted, the first by name. */
export function SendOutcome({ preview: { total, counts, items } }: { preview: SurveyPreview }): ReactNode {
  const t = useTexts(surveySendTexts);
  const surveys = useTexts(surveyTexts);
  const { language } = useLanguage();
  const why = (reason: string | null) =>
    reason && (reason === 'alreadyToday' ? t.already : (surveys.reasons[reason] ?? reason));
  return (
    <>
      <p className="figures" role="status">
        {t.total(total)}
      </p>
      <p className="care-counts">
        {counts.map(({ verdict, reason, customers }) => (
          <Tag key={`${verdict} ${reason}`} color={colours[verdict]} className="figures">
            {[t.verdicts[verdict], why(reason)].filter(Boolean).join(' · ')} {customers}
          </Tag>
        ))}
      </p>
      {counts.every(({ verdict }) => verdict === 'never') && <p>{t.nobody}</p>}
      {total > items.length && <p className="soft">{t.firstOnes(items.length)}</p>}
      <ul className="care-chosen">
        {items.map(({ customerId, name, verdict, way, reason }) => (
          <li key={customerId}>
            <DeskLink to={`/customers/${customerId}`}>{customerName({ id: customerId, name }, language)}</DeskLink>
            <Tag color={colours[verdict]}>{t.verdicts[verdict]}</Tag>
            <span className="soft">{way ? surveys.wayNames[way] : why(reason)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
