/**
 * A phone number as it is dialled from anywhere (E.164), where text messages can reach it; undefined where they cannot. Without a
 * country of its own it is one of `countryCode`; of China only mobile numbers.
 */
export function mobileNumber(written: string, countryCode = '86'): string | undefined {
  const bare = written.normalize('NFKC').replace(/[\s().\-‐-―]/g, '');
  const [, sign, digits] = /^(\+|00)?(\d{5,15})$/.exec(bare) ?? [];
  if (!digits) return undefined;
  if (!sign && countryCode === '86' && /^86(1[3-9]\d{9})$/.test(digits)) return `+${digits}`;
  const whole = sign ? digits : `${countryCode}${digits.replace(/^0/, '')}`;
  if (whole.startsWith('86') && !/^861[3-9]\d{9}$/.test(whole)) return undefined;
  return /^[1-9]\d{6,14}$/.test(whole) ? `+${whole}` : undefined;
}
