import { useCallback, useEffect, useState } from 'react';
import type { OutgoingFile } from './directLine/outbox.ts';
import type { Texts } from './texts.ts';

const maxFiles = 5;
const maxBytes = 10 * 1024 * 1024;

/** The files one has chosen, pasted or dropped and not yet sent. */
export interface ChosenFiles {
  files: readonly OutgoingFile[];
  /** What was wrong with the last choice, in words. */
  problem: string | undefined;
  /** Something is being dragged over the page. */
  dragging: boolean;
  add(files: Iterable<File>): void;
  remove(file: OutgoingFile): void;
  /** Hands the files over to be sent. */
  take(): readonly OutgoingFile[];
}

/** Collects files from the button, the clipboard and drag and drop. */
export function useFiles(texts: Texts): ChosenFiles {
  const [files, setFiles] = useState<readonly OutgoingFile[]>([]);
  const [problem, setProblem] = useState<string>();
  const [dragging, setDragging] = useState(false);

  const add = useCallback(
    (added: Iterable<File>) => {
      const all = [...added];
      const large = all.find(({ size }) => size > maxBytes);
      const fitting = all.filter(({ size }) => size <= maxBytes).map(outgoing);
      setProblem(large ? texts.fileTooLarge(large.name) : undefined);
      setFiles((known) => {
        if (known.length + fitting.length > maxFiles) setProblem(texts.tooManyFiles);
        return [...known, ...fitting].slice(0, maxFiles);
      });
    },
    [texts],
  );

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      add(event.dataTransfer?.files ?? []);
    };
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.files;
      if (!pasted?.length) return;
      event.preventDefault();
      add(pasted);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [add]);

  return {
    files,
    problem,
    dragging,
    add,
    remove: (file) => {
      if (file.previewUrl) URL.revokeObjectURL(file.previewUrl);
      setProblem(undefined);
      setFiles((known) => known.filter((other) => other !== file));
    },
    take: () => {
      setProblem(undefined);
      setFiles([]);
      return files;
    },
  };
}

function outgoing(file: File): OutgoingFile {
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  return { name: file.name || 'file', blob: file, ...(picture && { previewUrl: URL.createObjectURL(file) }) };
}
