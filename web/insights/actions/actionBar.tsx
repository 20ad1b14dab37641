import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { actionTexts } from '../i18n/actions.ts';
import { SendForm } from './sendForm.tsx';
import { TaskForm } from './taskForm.tsx';

/** What a report has in view, for whoever wants to do something about it. */
export interface InView {
  /** In words, and how many of what: "洁面乳 · 漏液", "12 件投诉". */
  name: string;
  count: string;
  /** The customers; absent: the report names none. `key` tells one view from another. */
  people?: { key: unknown; read(): Promise<string[]> };
  /** What an article would be about: a product's stock number, a title, or the question that it answers. */
  article?: { product?: string | undefined; title?: string | undefined; gap?: string | undefined };
  /** Addresses of files with exactly these rows. */
  files?: { csv?: string; xlsx?: string };
}

/** The address of a file of the API, with what is asked for. */
export function fileAddress(path: string, query: Record<string, string | number | undefined>): string {
  const values = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `/api/v1${path}?${new URLSearchParams(values)}`;
}

/** What can be done from any report: a task, a survey or care for exactly these people, an article on it, a file. */
export function ActionBar({ view }: { view: InView }): ReactNode {
  const t = useTexts(actionTexts);
  const [open, setOpen] = useState<'task' | 'survey' | 'care'>();
  const { people, article, files } = view;
  const close = (): void => setOpen(undefined);
  const about = Object.entries(article ?? {}).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return (
    <fieldset className="report-actions" aria-label={`${t.act}: ${view.name}`}>
      <Button size="small" onClick={() => setOpen('task')}>
        {t.makeTask}
      </Button>
      {people && (
        <>
          <Button size="small" onClick={() => setOpen('survey')}>
            {t.sendSurvey}
          </Button>
          <Button size="small" onClick={() => setOpen('care')}>
            {t.sendCare}
          </Button>
        </>
      )}
      {article && (
        <Button size="small" href={`/desk/articles/new?${new URLSearchParams(about)}`}>
          {t.writeArticle}
        </Button>
      )}
      {files?.csv && (
        <Button size="small" href={files.csv} download>
          {t.csv}
        </Button>
      )}
      {files?.xlsx && (
        <Button size="small" href={files.xlsx} download>
          {t.xlsx}
        </Button>
      )}
      {open === 'task' && <TaskForm view={view} close={close} />}
      {open && open !== 'task' && people && <SendForm kind={open} people={people} close={close} />}
    </fieldset>
  );
}
