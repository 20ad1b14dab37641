const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address if a link may lead there: http, https, mailto and tel, or a path on this site. Everything else
 * (javascript:, data:, blob:, file:, unreadable) gives undefined.
 */
export function safeUrl(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const trimmed = address.trim();
  if (/^\/(?![/\\])/.test(trimmed)) return trimmed;
  try {
    const url = new URL(trimmed);
    return schemes.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The same for pictures, which are only ever loaded over http(s), from this site, or from this page's own memory. */
export function safeImageUrl(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  if (/^(blob:|data:image\/(png|jpeg|gif|webp);)/i.test(address)) return address;
  const url = safeUrl(address);
  return url && /^(https?:|\/)/.test(url) ? url : undefined;
}
