import { App, Button, Popconfirm } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { TaskDetail } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { taskTexts } from '../i18n/task.ts';
import { useTaskFiles } from '../queries/taskFiles.ts';

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What colleagues attached, and one file more. */
export function FileList({ task }: { task: TaskDetail }): ReactNode {
  const t = useTexts(taskTexts);
  const me = useStaff();
  const mayManage = useMay('manager');
  const files = useTaskFiles(task.id);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const field = useRef<HTMLInputElement>(null);
  const onError = (error: Error): void => void message.error(problemText(error));
  const picked = (list: FileList | null): void => {
    for (const file of list ?? []) files.mutate({ attach: file }, { onError });
    if (field.current) field.current.value = '';
  };
  return (
    <section className="block">
      <div className="block-head">
        <h2>
          {t.files} {task.files.length > 0 && <span className="figures soft">{task.files.length}</span>}
        </h2>
        <Button
          size="small"
          icon={<Icon name="file" />}
          loading={files.isPending}
          onClick={() => field.current?.click()}
        >
          {t.attach}
        </Button>
      </div>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t.attach}
        onChange={({ target }) => picked(target.files)}
      />
      {task.files.length === 0 && <p className="soft">{t.noFiles}</p>}
      <ul className="task-files">
        {task.files.map((file) => {
          const address = `/api/v1/tasks/${task.id}/files/${file.id}`;
          return (
            <li key={file.id}>
              <a className="file" href={address} target="_blank" rel="noreferrer">
                {file.contentType.startsWith('image/') ? (
                  <img src={address} alt="" width={40} height={40} loading="lazy" />
                ) : (
                  <Icon name="file" />
                )}
                <span>{file.name}</span>
              </a>
              <span className="soft figures">
                {file.staff?.name} · {size(file.size)}
              </span>
              {(mayManage || file.staff?.id === me.id) && (
                <Popconfirm
                  title={`${t.takeAway}: ${file.name}`}
                  okText={t.takeAway}
                  cancelText={t.cancel}
                  onConfirm={() => files.mutate({ remove: file.id }, { onError })}
                >
                  <Button
                    type="text"
                    size="small"
                    icon={<Icon name="close" />}
                    aria-label={`${t.takeAway} ${file.name}`}
                  />
                </Popconfirm>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
