import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ImapInbox } from '#bot/channels/mail/imap.ts';
import { readMail } from '#bot/channels/mail/parsing.ts';
import { startImapServer } from '#test/support/fakes/imapServer.ts';
import { letter } from '#test/support/fakes/letters.ts';

let server: Awaited<ReturnType<typeof startImapServer>>;
beforeAll(async () => {
  server = await startImapServer();
});
afterAll(() => server?.close());

const flagsOf = () => server.mails.map(({ flags }) => [...flags].join(' '));

test('unseen mail is taken once and marked; what cannot be read is flagged, what failed comes again', async () => {
  const taken: string[] = [];
  let broken = true;
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const inbox = new ImapInbox({
    url: server.url,
    logger,
    take: async (raw) => {
      const { text } = await readMail(raw);
      if (text === 'second' && broken) throw new Error('the database is away');
      taken.push(text);
    },
  });
  server.arrives(letter('first'));
  server.arrives(Buffer.from('Subject: nobody wrote this\r\n\r\nsecret words'));
  server.arrives(letter('second'));
  server.arrives(letter('third, 你好'));
  await expect(inbox.look()).rejects.toThrow('the database is away');
  expect(flagsOf()).toEqual(['\\Seen', '\\Flagged', '', '']);
  broken = false;
  await inbox.look();
  await inbox.look();
  expect(taken).toEqual(['first', 'second', 'third, 你好']);
  expect(flagsOf()).toEqual(['\\Seen', '\\Flagged', '\\Seen', '\\Seen']);
  expect(logged.join('')).toContain('it stays in the mailbox');
  expect(logged.join('')).not.toMatch(/secret words|pass word/);
});

test('a mailbox that cannot be opened is said in the log, without its password, and tried again', async () => {
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const url = server.url.replace('pass%20word', 'wrong');
  const before = server.logins.length;
  const inbox = new ImapInbox({ url, logger, take: async () => undefined, pollMs: 20 });
  inbox.start();
  await expect.poll(() => server.logins.length - before).toBeGreaterThan(1);
  await inbox.close();
  expect(logged.join('')).toContain('the mailbox could not be looked into');
  expect(logged.join('')).not.toContain('wrong"');
});
