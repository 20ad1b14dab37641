/** A text as it stands, for LIKE (Prisma's `contains` and `startsWith` do not escape what people type). */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
