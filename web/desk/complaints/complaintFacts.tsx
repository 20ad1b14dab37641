import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Complaint } from '../api.ts';
import { SaidContact } from '../customers/contactDetails.tsx';
import { localized } from '../customers/names.ts';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { complaintStateNames, severityNames } from '../i18n/names.ts';
import { recordTexts } from '../i18n/records.ts';

/** The product complained about: of the catalogue, or in the customer's words. */
export function useProductName(): (complaint: Pick<Complaint, 'product' | 'productText'>) => string {
  const t = useTexts(recordTexts);
  const { language } = useLanguage();
  return ({ product, productText }) => (product ? localized(product.name, language) : productText || t.productUnknown);
}

/** Severity in words; safety in the colour of danger. */
export function SeverityTag({ complaint }: { complaint: Pick<Complaint, 'severity'> }): ReactNode {
  const names = useTexts(severityNames);
  if (complaint.severity === 'normal') return null;
  return (
    <Tag className={complaint.severity === 'safety' ? 'tag-danger' : 'tag-accent'}>{names[complaint.severity]}</Tag>
  );
}

export function StateTag({ complaint }: { complaint: Pick<Complaint, 'state'> }): ReactNode {
  const names = useTexts(complaintStateNames);
  return <Tag>{names[complaint.state] ?? complaint.state}</Tag>;
}

/** What a complaint says, in the customer's words. */
export function ComplaintFacts({ complaint }: { complaint: Complaint }): ReactNode {
  const t = useTexts(recordTexts);
  const productName = useProductName();
  const formats = useFormats();
  const now = useNow();
  const occurred = complaint.occurredText || (complaint.occurredOn && formats.date(complaint.occurredOn, now));
  const facts: Fact[] = [
    [t.product, productName(complaint)],
    [t.occurred, occurred],
    [t.wish, complaint.wish],
    [t.contact, complaint.contact && <SaidContact key="contact" complaint={complaint} />],
  ];
  return (
    <>
      <p className="tags">
        <StateTag complaint={complaint} />
        <SeverityTag complaint={complaint} />
      </p>
      <blockquote className="prose told">{complaint.whatHappened}</blockquote>
      <FactList facts={facts} />
    </>
  );
}
