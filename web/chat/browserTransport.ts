import type { SocketEvents, Transport, TransportAnswer, TransportRequest } from './directLine/transport.ts';

const requestMs = 20_000;
const uploadMs = 180_000;

/** The way to the server in a browser. */
export const browserTransport: Transport = {
  request: (request) => (request.form ? upload(request, request.form) : call(request)),
  openSocket,
};

async function call({ method, path, token, json }: TransportRequest): Promise<TransportAnswer> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    signal: AbortSignal.timeout(requestMs),
  });
  return answerOf(response.status, await response.text(), response.headers.get('retry-after'));
}

/** XMLHttpRequest, because fetch does not tell how much of a request has gone out. */
function upload({ method, path, token, onProgress }: TransportRequest, form: FormData): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = uploadMs;
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(answerOf(request.status, request.responseText, request.getResponseHeader('retry-after')));
    request.onerror = () => reject(new TypeError('No answer to the upload.'));
    request.ontimeout = request.onerror;
    request.send(form);
  });
}

function answerOf(status: number, text: string, retryAfter: string | null): TransportAnswer {
  const seconds = Number(retryAfter ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {};
  try {
    return { status, body: JSON.parse(text), ...retryAfterMs };
  } catch {
    return { status, body: undefined, ...retryAfterMs };
  }
}

function openSocket(url: string, events: SocketEvents) {
  const socket = new WebSocket(url);
  socket.onopen = () => events.onOpen();
  socket.onmessage = ({ data }) => typeof data === 'string' && events.onText(data);
  socket.onclose = () => events.onClose();
  return {
    send: (text: string) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
}
