import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress, Segmented, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { ApiError } from '../frame/request.ts';
import { useMay } from '../frame/session.tsx';
import { importTexts } from '../i18n/imports.ts';
import { KnowledgeTabs } from '../knowledge/knowledgeTabs.tsx';
import { EmptyNote } from '../shell/listParts.tsx';
import { ImportReportView } from './importReport.tsx';
import { type ImportProgress, sendFile } from './sendFile.ts';
import '../knowledge/knowledge.css';

type Kind = 'products' | 'articles' | 'customers' | 'purchases' | 'responses';

const columns = {
  products: 'columnsProducts',
  articles: 'columnsArticles',
  customers: 'columnsCustomers',
  purchases: 'columnsPurchases',
  responses: 'columnsResponses',
} as const;

function Running({ progress }: { progress: ImportProgress | undefined }): ReactNode {
  const t = useTexts(importTexts);
  const step = progress?.step ?? 'checking';
  return (
    <div className="import-running" role="status">
      <p>
        {t[step]} {progress && progress.rows > 0 && <span className="soft figures">{t.rowsDone(progress.rows)}</span>}
      </p>
      <Progress percent={Math.round((progress?.share ?? 0) * 100)} status="active" />
    </div>
  );
}

/** Checks a file, shows what would happen, and imports it once that is confirmed. */
export function ImportArea(): ReactNode {
  const t = useTexts(importTexts);
  const problemText = useProblemText();
  const mayManage = useMay('manager');
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>('products');
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<ImportProgress>();
  const run = useMutation({
    mutationFn: (asked: { file: File; dryRun: boolean }) => {
      setProgress(undefined);
      return sendFile(kind, asked.file, asked.dryRun, setProgress);
    },
    onSuccess: ({ report }) =>
      report.applied &&
      client.invalidateQueries({
        queryKey: [kind === 'purchases' ? 'customers' : kind === 'responses' ? 'surveys' : kind],
      }),
  });
  const choose = (chosen: File): void => {
    setFile(chosen);
    run.mutate({ file: chosen, dryRun: true });
  };
  const begin = (next: Kind = kind): void => {
    setKind(next);
    setFile(undefined);
    run.reset();
  };
  const failed = run.error instanceof ApiError && run.error.code === 'brokenOff' ? t.brokenOff : problemText(run.error);
  const report = run.data?.report;
  const todo = report ? report.added + report.changed : 0;
  return (
    <main className="whole knowledge">
      <KnowledgeTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {!mayManage && <EmptyNote icon="file" title={t.onlyManagers} />}
      {mayManage && (
        <section className="block">
          <Segmented<Kind>
            aria-label={t.kind}
            value={kind}
            disabled={run.isPending}
            options={[
              { value: 'products', label: t.products },
              { value: 'articles', label: t.articles },
              { value: 'customers', label: t.customers },
              { value: 'purchases', label: t.purchases },
              { value: 'responses', label: t.responses },
            ]}
            onChange={begin}
          />
          <p className="soft">{t[columns[kind]]}</p>
          {!file && (
            <Upload.Dragger
              accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.md,.markdown,.html,.htm"
              showUploadList={false}
              beforeUpload={(chosen) => {
                choose(chosen);
                return false;
              }}
            >
              <p className="import-drop">
                <Icon name="file" size={32} />
              </p>
              <p>{t.drop}</p>
              <p className="soft">{t.formats}</p>
            </Upload.Dragger>
          )}
          {file && <h2 className="import-file">{file.name}</h2>}
          {run.isPending && <Running progress={progress} />}
          {run.error && <Alert type="error" showIcon role="alert" title={failed} />}
          {run.data && report && (
            <>
              <h3>{report.applied ? t.happened : t.wouldHappen}</h3>
              <ImportReportView result={run.data} />
              {!report.applied && todo === 0 && <p>{t.nothingToDo}</p>}
            </>
          )}
          {file && !run.isPending && (
            <div className="form-buttons">
              <Button onClick={() => begin()}>{run.error || report?.rejected ? t.again : t.another}</Button>
              {report && !report.applied && todo > 0 && (
                <Button type="primary" onClick={() => run.mutate({ file, dryRun: false })}>
                  {t.confirm(todo)}
                </Button>
              )}
            </div>
          )}
        </section>
      )}
    </main>
  );
}
