import { ApiError } from './request.ts';

/** Sends a file as the body to a path under /api/v1. Throws ApiError. */
export async function postFile(path: string, file: File): Promise<void> {
  const query = new URLSearchParams({ name: file.name, contentType: file.type });
  const response = await fetch(`/api/v1${path}?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiError(0, 'unreachable', 'The server could not be reached.');
  });
  if (response.ok) return;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string };
  throw new ApiError(response.status, problem.code ?? `http${response.status}`, problem.title ?? response.statusText);
}
