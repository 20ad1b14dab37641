import { App, Button, Popconfirm, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { privacyTexts } from '../i18n/privacy.ts';
import { useRecordChange, useRecordLink } from '../queries/privacy.ts';

/** A customer's rights: their own page, by a link to send; for managers also a copy, and to be erased. */
export function PrivacyBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(privacyTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const link = useRecordLink(customerId);
  const mayErase = useMay('manager');
  return (
    <section className="block">
      <h2>{t.privacy}</h2>
      <p className="soft">{t.ownPageLead}</p>
      <div className="form-buttons" style={{ justifyContent: 'flex-start' }}>
        <Button
          loading={link.isPending}
          onClick={() => link.mutate(undefined, { onError: (error) => void message.error(problemText(error)) })}
        >
          {t.ownPage}
        </Button>
      </div>
      {link.data && (
        <p>
          <Typography.Text copyable={{ text: absolute(link.data.url) }}>{absolute(link.data.url)}</Typography.Text>
        </p>
      )}
      {mayErase && <Rights customerId={customerId} />}
    </section>
  );
}

/** For managers alone. */
function Rights({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(privacyTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const change = useRecordChange();
  return (
    <>
      <p className="soft">{t.privacyLead}</p>
      <div className="form-buttons" style={{ justifyContent: 'flex-start', flexWrap: 'wrap' }}>
        <Button href={`/api/v1/customers/${customerId}/export`} download>
          {t.copy}
        </Button>
        <Button href={`/api/v1/customers/${customerId}/consents/file`} download>
          {t.consentsFile}
        </Button>
        <Popconfirm
          title={t.eraseSure}
          description={t.eraseText}
          okText={t.erase}
          cancelText={t.cancel}
          okButtonProps={{ danger: true }}
          onConfirm={() =>
            change.mutate(
              { erase: customerId },
              {
                onSuccess: () => void message.success(t.eraseDone),
                onError: (error) => void message.error(problemText(error)),
              },
            )
          }
        >
          <Button danger loading={change.isPending}>
            {t.erase}
          </Button>
        </Popconfirm>
      </div>
    </>
  );
}

/** What is sent must say where we are, also where the settings do not. */
const absolute = (url: string): string => new URL(url, location.origin).href;
