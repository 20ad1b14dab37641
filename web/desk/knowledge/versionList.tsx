import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ArticleDiff } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';
import { useDiff, useRestore, useVersions } from '../queries/knowledge.ts';

function Parts({ parts }: { parts: ArticleDiff['body'] }): ReactNode {
  return (
    <div className="diff">
      {parts.map(({ kind, text }, place) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comparison never change
        return <Tag key={place}>{text}</Tag>;
      })}
    </div>
  );
}

function Difference({ id, to }: { id: string; to: number }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const diff = useDiff(id, to);
  const names: Record<string, string> = {
    kind: t.kind,
    audience: t.audience,
    validUntil: t.validUntil,
    productSkus: t.products,
    published: t.published,
  };
  if (diff.error) return <ProblemNote error={diff.error} retry={() => void diff.refetch()} />;
  if (!diff.data) return null;
  const { title, body, fields } = diff.data;
  return (
    <>
      {title.length > 1 && <Parts parts={title} />}
      <Parts parts={body} />
      {fields.map(({ field, from, to: after }) => (
        <p key={field} className="soft">
          {t.fieldChanged(names[field] ?? field, from, after)}
        </p>
      ))}
    </>
  );
}

/** What an article said, latest first, with comparison and restoring. */
export function VersionList({ id }: { id: string }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const formats = useFormats();
  const now = useNow();
  const mayManage = useMay('manager');
  const problemText = useProblemText();
  const { message } = App.useApp();
  const versions = useVersions(id);
  const restore = useRestore(id);
  const [shown, setShown] = useState<number | null>(null);
  if (!versions.data) return versions.error ? <ProblemNote error={versions.error} /> : null;
  const rows = versions.data.items;
  return (
    <section className="block">
      <h2>{t.versions}</h2>
      <ol className="versions">
        {rows.map(({ version, savedAt, savedBy }, place) => (
          <li key={version}>
            <div className="version-line">
              <strong>{t.version(version)}</strong>
              <span className="soft">
                {savedBy?.name ?? t.someone} · {formats.moment(savedAt, now)} {place === 0 && `· ${t.current}`}
              </span>
              <span className="gap-space" />
              {version > 1 && (
                <Button size="small" type="text" onClick={() => setShown(shown === version ? null : version)}>
                  {shown === version ? t.hideCompare : t.compare}
                </Button>
              )}
              {mayManage && place > 0 && (
                <Button
                  size="small"
                  loading={restore.isPending && restore.variables === version}
                  onClick={() =>
                    restore.mutate(version, {
                      onSuccess: () => void message.success(t.restored),
                      onError: (error) => void message.error(problemText(error)),
                    })
                  }
                >
                  {t.restore}
                </Button>
              )}
            </div>
            {shown === version && <Difference id={id} to={version} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
