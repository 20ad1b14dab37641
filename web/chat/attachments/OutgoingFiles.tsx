import { useEffect } from 'react';
import type { OutgoingFile } from '../directLine/outbox.ts';
import { Icon } from '../Icons.tsx';

/** Files on their way, and how much of them has gone out (0 to 1). */
export function OutgoingFiles({ files, progress }: { files: readonly OutgoingFile[]; progress: number | undefined }) {
  useEffect(
    () => () => {
      for (const { previewUrl } of files) if (previewUrl) URL.revokeObjectURL(previewUrl);
    },
    [files],
  );
  return (
    <div className="attachments" data-layout="list">
      {files.map(({ name, previewUrl }, index) =>
        previewUrl ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places never change
          <span className="picture" key={index}>
            <img src={previewUrl} alt={name} />
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places never change
          <span className="file" key={index}>
            <Icon name="file" />
            <span>{name}</span>
          </span>
        ),
      )}
      {progress !== undefined && progress < 1 && (
        <progress className="upload" value={progress} max={1} aria-label={`${Math.round(progress * 100)} %`} />
      )}
    </div>
  );
}
