import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { settingsTexts } from '../i18n/settings.ts';
import { useDemoRemoval } from '../queries/settings.ts';

/** One button that removes the demo shop. */
export function DemoRemoval(): ReactNode {
  const t = useTexts(settingsTexts);
  const remove = useDemoRemoval();
  const problemText = useProblemText();
  const { message } = App.useApp();
  return (
    <section className="block">
      <h2>{t.demo}</h2>
      <p className="soft">{t.demoLead}</p>
      <Popconfirm
        title={t.demoSure}
        description={t.demoText}
        okText={t.demoRemove}
        cancelText={t.cancel}
        okButtonProps={{ danger: true }}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => void message.success(t.demoGone),
            onError: (error) => void message.error(problemText(error)),
          })
        }
      >
        <Button danger loading={remove.isPending}>
          {t.demoRemove}
        </Button>
      </Popconfirm>
    </section>
  );
}
