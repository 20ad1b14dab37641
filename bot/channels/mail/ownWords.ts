/** Where what was said before begins: the line that mail programs put above it, in English and Chinese. */
const quoteBegins = [
  /^[ \t]*On\b.{5,200}\bwrote:[ \t]*$/m,
  /^[ \t]*On\b.{5,120}\n.{0,120}\bwrote:[ \t]*$/m,
  /^[ \t]*(?:在|于)?\s*\d{4}.{5,200}(?:写道|寫道)[：:][ \t]*$/m,
  /^[ \t]*.{0,200}<[^<>\s]+@[^<>\s]+>\s*(?:于|在).{0,80}(?:写道|寫道)[：:][ \t]*$/m,
  /^[ \t]*-{2,}\s*(?:Original Message|Forwarded message|原始邮件|原始郵件|原邮件|转发的邮件)\s*-{0,}[ \t]*$/im,
  /^[ \t]*_{10,}[ \t]*$/m,
  /^[ \t]*\*?(?:From|发件人|寄件者)\*?[：:].+\n[ \t]*\*?(?:Sent|Date|To|发送时间|日期|收件人|時間)\*?[：:]/im,
];
/** The mark of a signature (RFC 3676, section 4.3), and what telephones put there. */
const signature = [/^-- ?$/m, /^(?:Sent from my |发自我的|來自我的|从我的).{2,40}$/m];

/**
 * What somebody wrote themselves in a mail: without what is quoted, the signature, and lines that begin with ">". Where nothing is left
 * (an answer between quoted lines, a mail that only quotes), all but the quoted lines.
 */
export function ownWords(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n');
  const ends = [...quoteBegins, ...signature].map((mark) => mark.exec(whole)?.index ?? whole.length);
  const own = unquoted(whole.slice(0, Math.min(...ends)));
  return own || unquoted(whole);
}

const unquoted = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
