import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { understandingTexts } from '../i18n/understanding.ts';
import { useExampleChange, useExamplePreview } from '../queries/examples.ts';
import { ChangeList } from './changeList.tsx';

/** How much is not published yet, what it would change, and the button that makes it count. */
export function DraftBar({ drafts }: { drafts: number }): ReactNode {
  const t = useTexts(understandingTexts);
  const { message } = App.useApp();
  const preview = useExamplePreview();
  const change = useExampleChange();
  const publish = (): void =>
    change.mutate(
      { publish: true },
      {
        onSuccess: () => {
          preview.reset();
          void message.success(t.publishedNow);
        },
      },
    );
  const error = preview.error ?? change.error;
  return (
    <section className="block drafts" data-waiting={drafts > 0 ? 'yes' : 'no'}>
      <div className="drafts-head">
        <p aria-live="polite">{drafts > 0 ? t.drafts(drafts) : t.noDrafts}</p>
        {drafts > 0 && (
          <>
            <Button loading={preview.isPending} onClick={() => preview.mutate()}>
              {t.preview}
            </Button>
            <Popconfirm title={t.publishSure} okText={t.publish} cancelText={t.cancel} onConfirm={publish}>
              <Button type="primary" loading={change.isPending}>
                {t.publish}
              </Button>
            </Popconfirm>
          </>
        )}
      </div>
      {error && <ProblemNote error={error} />}
      {drafts > 0 && preview.data && <ChangeList preview={preview.data} />}
    </section>
  );
}
