/** What a trusted server found about the sender (RFC 8601): pass, fail, none … as it says; absent: it says nothing. */
export interface MailVerdict {
  spf?: string;
  dkim?: string;
  dmarc?: string;
  /** What proves that the sender is who the mail says; null: nothing does. reply: it answers a mail that only they got. */
  proven: 'dmarc' | 'dkim' | 'spf' | 'reply' | null;
}

/** One result: the method, what came out, and the domain that it is about. */
interface Result {
  method: string;
  result: string;
  domain: string | undefined;
}

/**
 * The verdict of the topmost Authentication-Results of the trusted server: those below may have been in the mail before it came in
 * (section 5). SPF and DKIM count only for the domain that stands in From, as DMARC has it (RFC 7489, section 3.1, relaxed).
 */
export function verdictOf(headers: readonly string[], trustedServer: string | undefined, from: string): MailVerdict {
  const header = headers.find((one) => serverOf(one) === trustedServer && trustedServer !== undefined);
  if (header === undefined) return { proven: null };
  const results = resultsOf(header);
  const domain = domainOf(from);
  const found = (method: string) => results.filter((one) => one.method === method);
  const aligned = (method: string) =>
    found(method).some((one) => one.result === 'pass' && alignedWith(domain, one.domain));
  const dmarc = found('dmarc')[0]?.result;
  const said = (method: string) => (found(method).find(({ result }) => result === 'pass') ?? found(method)[0])?.result;
  const proven =
    dmarc === 'pass' ? 'dmarc' : dmarc === 'fail' ? null : aligned('dkim') ? 'dkim' : aligned('spf') ? 'spf' : null;
  const verdict: MailVerdict = { proven };
  for (const method of ['spf', 'dkim', 'dmarc'] as const) {
    const result = said(method);
    if (result) verdict[method] = result;
  }
  return verdict;
}

const withoutComments = (header: string): string =>
  header
    .replace(/\((?:[^()\\]|\\.)*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const serverOf = (header: string): string | undefined => /^[^\s;]+/.exec(withoutComments(header))?.[0]?.toLowerCase();

function resultsOf(header: string): Result[] {
  const [, ...parts] = withoutComments(header).split(';');
  return parts.flatMap((part) => {
    const [, method, result] = /^\s*([a-z][\w-]*)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)/i.exec(part) ?? [];
    if (!method || !result) return [];
    const [, about] = /\b(?:smtp\.mailfrom|header\.d|header\.i|header\.from)\s*=\s*"?([^\s";]+)/i.exec(part) ?? [];
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), domain: about && domainOf(about) }];
  });
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * The domain in From, or one that it is a part of; never a bare top-level domain. Not one that is a part of it: whoever has a name under
 * a shared domain would speak for its owner. (DMARC knows more, and is believed where the server tells it.)
 */
function alignedWith(from: string, other: string | undefined): boolean {
  if (!other?.includes('.')) return false;
  return from === other || from.endsWith(`.${other}`);
}
