import { createTransport, type SendMailOptions } from 'nodemailer';
import { DeliveryDeferred } from '../channel.ts';
import { BudgetRefused } from '../counted.ts';

/** Faults before a letter was handed over. */
const neverArrived = new Set(['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'EAUTH', 'ETLS']);
/** What a server says of a mailbox that is not there, or takes nothing. */
const gone = /\b5\.1\.\d|\b5\.2\.1|no such|user unknown|does not exist|unknown (?:user|recipient)|not found/i;

/**
 * Sends letters by SMTP. The id of a letter is the same at every attempt, so that a server that took it twice can tell.
 * @throws DeliveryDeferred, BudgetRefused, or what the server said; anything else: perhaps it arrived.
 */
export function createPost(smtpUrl: string): { send(letter: SendMailOptions): Promise<void>; close(): void } {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail(letter);
      } catch (fault) {
        const {
          responseCode = 0,
          code,
          command,
          message,
        } = fault as {
          responseCode?: number;
          code?: string;
          command?: string;
          message: string;
        };
        if (code === 'EAUTH') throw new DeliveryDeferred(message, { cause: fault, retryAfterMs: 300_000 });
        if (neverArrived.has(code ?? '') || (responseCode >= 400 && responseCode < 500))
          throw new DeliveryDeferred(message, { cause: fault });
        if (responseCode >= 500 && command === 'RCPT TO' && gone.test(message))
          throw new BudgetRefused('blocked', { cause: fault });
        throw fault;
      }
    },
    close: () => transport.close(),
  };
}
