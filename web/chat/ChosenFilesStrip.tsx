import { useChatTools } from './ChatContext.ts';
import { Icon } from './Icons.tsx';
import type { ChosenFiles } from './useFiles.ts';

/** The files that will go with the next message, each with a way to take it back. */
export function ChosenFilesStrip({ chosen: { files, problem, remove } }: { chosen: ChosenFiles }) {
  const { texts } = useChatTools();
  return (
    <>
      <p className="composer-problem" role="status">
        {problem}
      </p>
      {files.length > 0 && (
        <ul className="chosen">
          {files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat
            <li key={index}>
              {file.previewUrl ? (
                <img src={file.previewUrl} alt={file.name} />
              ) : (
                <span className="chosen-file">
                  <Icon name="file" />
                  <span>{file.name}</span>
                </span>
              )}
              <button type="button" aria-label={texts.remove(file.name)} onClick={() => remove(file)}>
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
