import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { actionTexts } from '../i18n/actions.ts';
import { reportPath } from '../reportPath.ts';
import type { PeopleInView } from './people.ts';
import { SendForm } from './sendForm.tsx';
import { TaskForm } from './taskForm.tsx';

/** What a report has in view, for whoever wants to do something about it. */
export interface InView {
  /** In words, and how many of what: "洁面乳 · 漏液", "12 件投诉". */
  name: string;
  count: string;
  /** The customers, or why nobody can be written to. */
  people: PeopleInView | { none: string };
  /** What an article would be about: products by their stock numbers, and a title. Where nothing is told there is none to write. */
  article?: { products?: readonly string[] | undefined; title?: string | undefined };
  /** Addresses of files with exactly these rows. */
  files?: { csv?: string; xlsx?: string };
}

/** The address of a file of the API, with what is asked for. */
export const fileAddress = (path: string, query: Record<string, string | number | undefined>): string =>
  `/api/v1${reportPath(path, query)}`;

/** What can be done from any report: a task, a survey or care for exactly these people, an article on it, a file. */
export function ActionBar({ view }: { view: InView }): ReactNode {
  const t = useTexts(actionTexts);
  const [open, setOpen] = useState<'task' | 'survey' | 'care'>();
  const { people, article, files } = view;
  const close = (): void => setOpen(undefined);
  const about = new URLSearchParams(article?.title ? { title: article.title } : {});
  for (const product of article?.products ?? []) about.append('product', product);
  return (
    <fieldset className="report-actions" aria-label={`${t.act}: ${view.name}`}>
      <Button size="small" onClick={() => setOpen('task')}>
        {t.makeTask}
      </Button>
      {'read' in people && (
        <>
          <Button size="small" onClick={() => setOpen('survey')}>
            {t.sendSurvey}
          </Button>
          <Button size="small" onClick={() => setOpen('care')}>
            {t.sendCare}
          </Button>
        </>
      )}
      {about.size > 0 && (
        <Button size="small" href={`/desk/articles/new?${about}`}>
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
      {'none' in people && <p className="note">{people.none}</p>}
      {open === 'task' && <TaskForm view={view} close={close} />}
      {open && open !== 'task' && 'read' in people && <SendForm kind={open} people={people} close={close} />}
    </fieldset>
  );
}
