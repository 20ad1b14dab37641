const phone = /\+?\d[\d\s()-]{5,}\d/g;
const mail = /[^\s@<>，。；;,]+@[^\s@<>，。；;,]+\.[^\s@<>，。；;,]+/g;

/** `138****8000`: enough to know it again, not to dial it. */
export function maskedPhone(text: string): string {
  const figures = text.replace(/\D/g, '');
  if (figures.length < 8) return '****';
  const front = text.trim().startsWith('+') ? `+${figures.slice(0, 3)}` : figures.slice(0, 3);
  return `${front}****${figures.slice(-4)}`;
}

/** `z***@example.com`. */
export function maskedMail(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 1 ? '***' : `${text[0]}***${text.slice(at)}`;
}

/** Words of people, with the numbers and addresses in them masked. */
export function maskedWords(text: string, seen: { phone: boolean; email: boolean }): string {
  const unmailed = seen.email ? text : text.replace(mail, maskedMail);
  return seen.phone ? unmailed : unmailed.replace(phone, maskedPhone);
}
