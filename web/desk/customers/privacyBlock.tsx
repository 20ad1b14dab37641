import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { privacyTexts } from '../i18n/privacy.ts';
import { useRecordChange } from '../queries/privacy.ts';

/** A customer's rights, for managers: a copy, and to be erased. */
export function PrivacyBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(privacyTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const change = useRecordChange();
  if (!useMay('manager')) return null;
  return (
    <section className="block">
      <h2>{t.privacy}</h2>
      <p className="soft">{t.privacyLead}</p>
      <div className="form-buttons" style={{ justifyContent: 'flex-start' }}>
        <Button href={`/api/v1/customers/${customerId}/export`} download>
          {t.copy}
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
    </section>
  );
}
