import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { Complaint, Customer } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { contactTexts } from '../i18n/contacts.ts';
import { useShowContact } from '../queries/contacts.ts';

/** What the server masks for who looks. */
export const isMasked = (text: string | null): boolean => text?.includes('***') === true;

const phoneLink = (phone: string) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>;
const mailLink = (mail: string) => <a href={`mailto:${encodeURIComponent(mail)}`}>{mail}</a>;

type Show = ReturnType<typeof useShowContact>;

/** A button that asks what for, shows, and hides again. */
function ShowButton({ show, complaintId }: { show: Show; complaintId?: string }): ReactNode {
  const t = useTexts(contactTexts);
  const reasons = ['call', 'write', 'delivery', 'check'].map((key) => ({ key, label: t.reasons[key] }));
  if (show.data) return <Hide show={show} />;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [{ key: 'why', type: 'group', label: t.why, children: reasons }],
        onClick: ({ key }) => show.mutate({ reason: key, ...(complaintId && { complaintId }) }),
      }}
    >
      <Button size="small" loading={show.isPending}>
        {t.show}
      </Button>
    </Dropdown>
  );
}

function Hide({ show }: { show: Show }): ReactNode {
  const t = useTexts(contactTexts);
  return (
    <Button size="small" type="text" onClick={() => show.reset()}>
      {t.hide}
    </Button>
  );
}

function Refused({ show }: { show: Show }): ReactNode {
  const problemText = useProblemText();
  return show.error ? <span role="alert">{problemText(show.error)}</span> : null;
}

function Both({ phone, email }: { phone: string | null; email: string | null }): ReactNode {
  return (
    <>
      {phone && (isMasked(phone) ? <span className="figures">{phone}</span> : phoneLink(phone))}
      {email && (isMasked(email) ? <span>{email}</span> : mailLink(email))}
    </>
  );
}

/** Phone and mail address of a customer: links where they are whole, else masked and shown to who says what for. */
export function ContactDetails({ customer }: { customer: Pick<Customer, 'id' | 'phone' | 'email'> }): ReactNode {
  const show = useShowContact(customer.id);
  const { phone, email } = show.data ?? customer;
  const hidden = isMasked(customer.phone) || isMasked(customer.email);
  return (
    <span className="case-buttons">
      <Both phone={phone} email={email} />
      {hidden && <ShowButton show={show} />}
      <Refused show={show} />
    </span>
  );
}

/** The customer whom a task is to reach: shown to its owner, on a press that is logged. */
export function ContactOfTask({ customerId, taskId }: { customerId: string; taskId: string }): ReactNode {
  const t = useTexts(contactTexts);
  const show = useShowContact(customerId);
  return (
    <p className="case-buttons">
      {show.data ? (
        <>
          <Both phone={show.data.phone} email={show.data.email} />
          {!show.data.phone && !show.data.email && t.nothing}
          <Hide show={show} />
        </>
      ) : (
        <Button size="small" loading={show.isPending} onClick={() => show.mutate({ reason: 'task', taskId })}>
          {t.showForTask}
        </Button>
      )}
      <Refused show={show} />
    </p>
  );
}

/** What a customer said for a complaint of how to be reached. */
export function SaidContact({ complaint }: { complaint: Pick<Complaint, 'id' | 'contact' | 'customer'> }): ReactNode {
  const show = useShowContact(complaint.customer.id);
  return (
    <span className="case-buttons">
      {show.data?.said ?? complaint.contact}
      {isMasked(complaint.contact) && <ShowButton show={show} complaintId={complaint.id} />}
      <Refused show={show} />
    </span>
  );
}
