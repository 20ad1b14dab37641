import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CareByHandButton } from '../care/careByHand.tsx';
import { CareOfCustomer } from '../care/careOfCustomer.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { PageSkeleton, RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { attitudeTexts } from '../i18n/attitude.ts';
import { careTexts } from '../i18n/care.ts';
import { careByHandTexts } from '../i18n/careByHand.ts';
import { conversationTexts } from '../i18n/conversations.ts';
import { customerTexts } from '../i18n/customers.ts';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { channelNames } from '../i18n/names.ts';
import { privacyTexts } from '../i18n/privacy.ts';
import { promiseTexts } from '../i18n/promises.ts';
import { segmentTexts } from '../i18n/segments.ts';
import { surveySendTexts } from '../i18n/surveySend.ts';
import { LoyaltyBlock } from '../loyalty/loyaltyBlock.tsx';
import { CustomerPromises } from '../promises/customerPromises.tsx';
import { useCustomer, useCustomerChange } from '../queries/customers.ts';
import { rowsOf, useConversations } from '../queries/records.ts';
import { BackLink, MoreButton } from '../shell/listParts.tsx';
import { SurveySendButton } from '../surveys/sendButton.tsx';
import { AttitudeBlock } from './attitudeBlock.tsx';
import { ComingBack } from './comingBack.tsx';
import { CustomerFacts } from './customerFacts.tsx';
import { CustomerForm } from './customerForm.tsx';
import { customerName } from './names.ts';
import { OnePerson } from './onePerson.tsx';
import { PreferenceForm } from './preferenceForm.tsx';
import { PreferenceList } from './preferenceList.tsx';
import { PrivacyBlock } from './privacyBlock.tsx';
import { PurchaseBlock } from './purchaseBlock.tsx';
import { SegmentBlock } from './segmentBlock.tsx';
import { Timeline } from './timeline.tsx';
import { WorthBlock } from './worthBlock.tsx';

function Conversations({ id }: { id: string }): ReactNode {
  const t = useTexts(customerTexts);
  const words = useTexts(conversationTexts);
  const channels = useTexts(channelNames);
  const formats = useFormats();
  const now = useNow();
  const conversations = useConversations({ customerId: id });
  if (conversations.isPending) return <RowsSkeleton rows={2} />;
  const rows = rowsOf(conversations.data);
  if (rows.length === 0) return <p className="soft">{t.conversationsEmpty}</p>;
  return (
    <>
      <ul className="recent recent-wide">
        {rows.map((each) => (
          <li key={each.id}>
            <time className="soft figures" dateTime={each.lastActivityAt}>
              {formats.moment(each.lastActivityAt, now)}
            </time>
            <span className="soft">{channels[each.channel] ?? each.channel}</span>
            <Link to={`/conversations/${each.id}`}>{each.lastText || words.noText}</Link>
          </li>
        ))}
      </ul>
      <MoreButton query={conversations} />
    </>
  );
}

/** A customer's whole record. */
export function CustomerRecord({ id }: { id: string }): ReactNode {
  const t = useTexts(customerTexts);
  const care = useTexts(careTexts);
  const attitude = useTexts(attitudeTexts);
  const byHand = useTexts(careByHandTexts);
  const surveys = useTexts(surveySendTexts);
  const privacy = useTexts(privacyTexts);
  const promised = useTexts(promiseTexts);
  const loyalty = useTexts(loyaltyTexts);
  const relation = useTexts(segmentTexts);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const customer = useCustomer(id);
  const change = useCustomerChange(id);
  const [editing, setEditing] = useState(false);
  if (customer.isPending) return <PageSkeleton />;
  if (!customer.data) return <ProblemNote error={customer.error} retry={() => void customer.refetch()} whole />;
  const { customer: record, identities, preferences, counts, zone, needs } = customer.data;
  return (
    <article className="page">
      <header className="page-head">
        <BackLink to={`/customers?${params}`} />
        <div className="head">
          <div className="head-top">
            <h1>{customerName(record, language)}</h1>
            {!editing && <Button onClick={() => setEditing(true)}>{t.edit}</Button>}
          </div>
          <p className="head-facts">{counts.openTasks > 0 && <span>{t.openTasks(counts.openTasks)}</span>}</p>
        </div>
      </header>
      <div className="page-body">
        {record.erasedAt && <p className="soft">{privacy.erased}</p>}
        {record.mergedIntoId && (
          <p>
            {privacy.shownElsewhere} <Link to={`/customers/${record.mergedIntoId}`}>{privacy.open}</Link>
          </p>
        )}
        {editing ? (
          <CustomerForm customer={record} change={change} close={() => setEditing(false)} />
        ) : (
          <section className="block">
            <CustomerFacts customer={record} identities={identities} zone={zone} needs={needs} change={change} />
          </section>
        )}
        <section className="block">
          <h2>{t.preferences}</h2>
          <PreferenceList preferences={preferences} change={change} />
          {!record.erasedAt && <PreferenceForm customerId={id} />}
        </section>
        {!record.erasedAt && !record.mergedIntoId && (
          <section className="block">
            <h2>{relation.title}</h2>
            <SegmentBlock customerId={id} />
            <WorthBlock customerId={id} />
          </section>
        )}
        <section className="block">
          <h2>{t.purchases}</h2>
          <PurchaseBlock customerId={id} />
        </section>
        <section className="block">
          <h2>{loyalty.title}</h2>
          <LoyaltyBlock customerId={id} />
        </section>
        <section className="block">
          <h2>{promised.ofCustomer}</h2>
          <CustomerPromises id={id} show="all" />
        </section>
        <ComingBack id={id} />
        <OnePerson customer={record} />
        <section className="block">
          <h2>{care.ofCustomer}</h2>
          {!record.erasedAt && !record.mergedIntoId && (
            <p>
              <CareByHandButton size="small" chosen={{ customerIds: [id] }} label={byHand.write} />{' '}
              <SurveySendButton size="small" chosen={{ customerIds: [id] }} label={surveys.one} />
            </p>
          )}
          <CareOfCustomer customerId={id} />
        </section>
        <section className="block">
          <h2>{attitude.title}</h2>
          <AttitudeBlock customerId={id} />
        </section>
        <section className="block">
          <h2>{t.conversations}</h2>
          <Conversations id={id} />
        </section>
        <section className="block">
          <h2>{t.timeline}</h2>
          <Timeline id={id} />
        </section>
        {!record.erasedAt && <PrivacyBlock customerId={id} />}
      </div>
    </article>
  );
}
