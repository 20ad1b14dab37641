/** When a UUID v7 was made, in ms (RFC 9562, section 5.7: the first 48 bits). */
export const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
