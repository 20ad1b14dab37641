import { Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { CarePreview } from '../api.ts';
import { customerName } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { useCarePreview } from '../queries/care.ts';
import { Field } from './field.tsx';

/** How verdicts are told apart, beside their words. */
export const verdictColours: Record<CarePreview['verdict'], string> = {
  send: 'green',
  later: 'gold',
  never: 'default',
  control: 'blue',
};
const dayMs = 86_400_000;
const tomorrow = (): string => new Date(Date.now() + dayMs).toISOString().slice(0, 10);

/** Who would get what of a rule on a day, who not and why; nothing is sent. */
export function CarePreviewList({ ruleId }: { ruleId: string }): ReactNode {
  const t = useTexts(careTexts);
  const { language } = useLanguage();
  const [date, setDate] = useState(tomorrow);
  const preview = useCarePreview(ruleId, date);
  return (
    <div className="care-preview">
      <Field label={t.previewOn}>
        <Input
          aria-label={t.previewOn}
          type="date"
          value={date}
          onChange={({ target }) => target.value && setDate(target.value)}
        />
      </Field>
      {preview.isPending && <RowsSkeleton rows={2} />}
      {preview.error && <ProblemNote error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data && <p role="status">{t.previewTotal(preview.data.total)}</p>}
      <ul>
        {preview.data?.items.map(({ customerId, name, verdict, reason, text }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a customer may have several occasions on a day; the list is not sorted anew
          <li key={`${customerId} ${place}`}>
            <Link to={`/customers/${customerId}`}>{customerName({ id: customerId, name }, language)}</Link>
            <Tag color={verdictColours[verdict]}>{t.verdicts[verdict]}</Tag>
            {reason && <span className="soft">{t.reasons[reason] ?? reason}</span>}
            <p className="care-text">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
