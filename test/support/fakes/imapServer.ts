import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mail in the mailbox. */
interface Stored {
  uid: number;
  raw: Buffer;
  flags: Set<string>;
}

/** A mail server with one mailbox, as IMAP4rev1 (RFC 3501) has it, as far as fetching unseen mail goes. */
export async function startImapServer(user = 'service', password = 'pass word') {
  const mails: Stored[] = [];
  const logins: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    let signedIn = false;
    let selected = false;
    let buffer = '';
    const say = (line: string | Buffer) => socket.write(typeof line === 'string' ? `${line}\r\n` : line);
    const found = (uid: string) => mails.filter((mail) => mail.uid === Number(uid));

    function answer(tag: string, command: string): void {
      const ok = () => say(`${tag} OK done`);
      if (/^CAPABILITY/i.test(command)) {
        say('* CAPABILITY IMAP4rev1');
        return void ok();
      }
      if (/^NOOP/i.test(command)) return void ok();
      if (/^LOGOUT/i.test(command)) {
        say('* BYE');
        ok();
        return void socket.end();
      }
      const login = /^LOGIN "?([^"]*?)"? "?([^"]*)"?$/i.exec(command);
      if (login) {
        logins.push(login[1]!);
        signedIn = login[1] === user && login[2] === password;
        return void say(signedIn ? `${tag} OK signed in` : `${tag} NO [AUTHENTICATIONFAILED] wrong`);
      }
      if (!signedIn) return void say(`${tag} BAD sign in first`);
      if (/^LIST/i.test(command)) {
        say('* LIST (\\HasNoChildren) "/" INBOX');
        return void ok();
      }
      if (/^SELECT "?INBOX"?/i.test(command)) {
        selected = true;
        say(`* ${mails.length} EXISTS`);
        say('* FLAGS (\\Seen \\Flagged)');
        say('* OK [PERMANENTFLAGS (\\Seen \\Flagged)] yes');
        say('* OK [UIDVALIDITY 1] yes');
        return void say(`${tag} OK [READ-WRITE] selected`);
      }
      if (!selected) return void say(`${tag} BAD select first`);
      if (/^UID SEARCH/i.test(command)) {
        const unseen = /UNSEEN/i.test(command);
        const plain = /UNFLAGGED/i.test(command);
        const hits = mails.filter(
          ({ flags }) => !(unseen && flags.has('\\Seen')) && !(plain && flags.has('\\Flagged')),
        );
        say(`* SEARCH ${hits.map(({ uid }) => uid).join(' ')}`);
        return void ok();
      }
      const [, fetched, items = ''] = /^UID FETCH (\d+) \((.*)\)$/i.exec(command) ?? [];
      if (fetched) {
        for (const mail of found(fetched)) {
          const place = mails.indexOf(mail) + 1;
          if (!/BODY\.PEEK\[\]/i.test(items)) {
            say(`* ${place} FETCH (UID ${mail.uid} RFC822.SIZE ${mail.raw.length})`);
            continue;
          }
          say(`* ${place} FETCH (UID ${mail.uid} BODY[] {${mail.raw.length}}`);
          say(mail.raw);
          say(')');
        }
        return void ok();
      }
      const [, marked, flags = ''] = /^UID STORE (\d+) \+FLAGS(?:\.SILENT)? \((.*)\)$/i.exec(command) ?? [];
      if (!marked) return void say(`${tag} BAD ${command}`);
      for (const mail of found(marked)) for (const flag of flags.split(' ')) mail.flags.add(flag);
      ok();
    }

    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(buffer.slice(0, end)) ?? [];
        buffer = buffer.slice(end + 2);
        answer(tag, command);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    mails,
    logins,
    arrives: (raw: Buffer) => mails.push({ uid: mails.length + 1, raw, flags: new Set() }),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
