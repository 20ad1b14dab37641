import http from 'node:http';

/** What came back: a status, or why there is none. */
export interface Posted {
  status: number | 'timeout' | 'broken';
  body: string;
}

/** Connections are kept, as between the platform and an account; fetch costs ten times as much, which a platform that pushes a lot would feel. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });

/** Posts XML and waits so long for the whole answer. Never throws. */
export function post(address: string, body: string, timeoutMs: number): Promise<Posted> {
  return new Promise((answered) => {
    const headers = { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(body) };
    const request = http.request(address, { method: 'POST', agent, headers });
    const end = (status: Posted['status'], text = '') => {
      clearTimeout(timer);
      answered({ status, body: text });
    };
    const timer = setTimeout(() => {
      end('timeout');
      request.destroy();
    }, timeoutMs);
    request.once('error', () => end('broken'));
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', () => end('broken'));
      response.once('end', () => end(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
    });
    request.end(body);
  });
}
