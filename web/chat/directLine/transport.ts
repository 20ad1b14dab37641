/** A request to the server; `path` is relative to the site. */
export interface TransportRequest {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  json?: unknown;
  form?: FormData;
  /** How much of the form has gone out, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/** What the server answered, whatever its status. */
export interface TransportAnswer {
  status: number;
  body: unknown;
  retryAfterMs?: number;
}

/** What a socket tells its owner; after `onClose` nothing follows. */
export interface SocketEvents {
  onOpen(): void;
  onText(text: string): void;
  onClose(): void;
}

/** An open or opening socket. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

/** The way to the server. In a browser: fetch, XMLHttpRequest (upload progress) and WebSocket. */
export interface Transport {
  /** Rejects only where there was no answer at all: no network, time out. */
  request(request: TransportRequest): Promise<TransportAnswer>;
  openSocket(url: string, events: SocketEvents): Socket;
}

/** A string field of an answer, or undefined. */
export function field(body: unknown, name: string): string | undefined {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A finite number of an answer, or undefined. */
export function numberField(body: unknown, name: string): number | undefined {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A yes or no of an answer, or undefined. */
export function flagField(body: unknown, name: string): boolean | undefined {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'boolean' ? value : undefined;
}
