import type { ImportEvent } from '../api.ts';
import { ApiError } from '../frame/request.ts';

type Report = Extract<ImportEvent, { report: unknown }>['report'];
export type ImportReport = Report;
export type Rejected = Extract<ImportEvent, { rejected: unknown }>['rejected'];
export type ImportProgress = Extract<ImportEvent, { progress: unknown }>['progress'];

/** What a run came to; `rejected` holds every refused row. */
export interface ImportResult {
  report: Report;
  rejected: Rejected[];
}

/** Sends a file to be checked or imported, and hears how far it is. Throws ApiError; `brokenOff` where the answer ended too early. */
export async function sendFile(
  kind: string,
  file: File,
  dryRun: boolean,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  const query = new URLSearchParams({ name: file.name, dryRun: String(dryRun) });
  const response = await fetch(`/api/v1/imports/${kind}?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiError(0, 'unreachable', 'The server could not be reached.');
  });
  if (!response.ok || !response.body) {
    const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string };
    throw new ApiError(response.status, problem.code ?? `http${response.status}`, problem.title ?? response.statusText);
  }
  const rejected: Rejected[] = [];
  for await (const line of linesOf(response.body)) {
    const event = JSON.parse(line) as ImportEvent;
    if ('progress' in event) onProgress(event.progress);
    else if ('rejected' in event) rejected.push(event.rejected);
    else if ('problem' in event) throw new ApiError(422, event.problem.code, event.problem.detail);
    else return { report: event.report, rejected };
  }
  throw new ApiError(0, 'brokenOff', 'The answer broke off.');
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let kept = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    const lines = (kept + value).split('\n');
    kept = lines.pop() ?? '';
    yield* lines.filter(Boolean);
  }
}

const cell = (text: string): string => {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

/** The refused rows as CSV that Excel opens; what it would take for a formula stays a text. */
export const rejectedFile = (rows: readonly Rejected[], language: 'zh' | 'en'): Blob =>
  new Blob(
    [
      '\uFEFFfile,line,column,reason\r\n',
      ...rows.map(
        ({ file, line, column, reason, zh }) =>
          `${[file ?? '', String(line), column ?? '', (language === 'zh' && zh) || reason].map(cell).join(',')}\r\n`,
      ),
    ],
    { type: 'text/csv;charset=utf-8' },
  );
