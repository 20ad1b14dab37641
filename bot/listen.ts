import type { Server } from 'restify';
import type { Config } from './config.ts';

/** The address cannot be listened on; the message is one line and says what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'another program has it; stop that one, or set PORT to another number',
  EACCES: 'this user may not; set PORT to a number above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one of its own, such as 127.0.0.1',
};

/** Listens and returns the address that a browser on this machine opens. */
export function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  return new Promise((resolve, reject) => {
    // On restify's own server: it passes the fault of the one beneath on, and throws it where nobody listens.
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const reason = reasons[fault.code ?? ''] ?? fault.message;
      reject(new CannotListen(`Port ${port} on ${host} cannot be used: ${reason}.`));
    });
    server.listen(port, host, () => {
      const taken = server.address().port;
      const shown = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host;
      resolve(`http://${shown}:${taken}`);
    });
  });
}
