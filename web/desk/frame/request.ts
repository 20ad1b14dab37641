/** What the API says went wrong (RFC 9457), or that it could not be reached: `status` 0. */
export class ApiError extends Error {
  readonly status: number;
  /** Stable code of the cause, `unreachable` where no answer came. */
  readonly code: string;
  /** Message per field of a refused form. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

interface Problem {
  title?: unknown;
  detail?: unknown;
  code?: unknown;
  fields?: unknown;
}

type Query = Readonly<Record<string, string | number | undefined | null>>;

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, 'unreachable', 'The server could not be reached.');
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
  const fields: Record<string, string> = {};
  if (Array.isArray(problem.fields)) {
    for (const field of problem.fields as { path?: unknown; message?: unknown }[])
      fields[String(field.path)] = String(field.message);
  }
  return new ApiError(
    response.status,
    text(problem.code) ?? `http${response.status}`,
    text(problem.detail) ?? text(problem.title) ?? response.statusText,
    fields,
  );
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** `/tasks` and `{ scope: 'mine', q: '' }` as `/tasks?scope=mine`: empty values are left out. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The JSON API under /api/v1. Each method throws ApiError. */
export const request = {
  get: <T>(path: string, query: Query = {}): Promise<T> => call<T>('GET', withQuery(path, query)),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>('POST', path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => call<T>('PATCH', path, body),
  put: <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body),
  delete: <T>(path: string): Promise<T> => call<T>('DELETE', path),
};
