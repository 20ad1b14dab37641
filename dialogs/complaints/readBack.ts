import type { Language } from '#ai/reading.ts';
import { type Draft, slots } from './draft.ts';
import { replies } from './replies.ts';

const filled = (draft: Draft, slot: (typeof slots)[number]): string | undefined => draft[slot];

/** The complaint as lines to check, one a slot, in the language of the conversation. */
export function readBack(draft: Draft, photos: number, language: Language): string {
  const words = replies[language];
  const separator = language === 'zh' ? '：' : ': ';
  const lines = slots.map((slot) => {
    const value = filled(draft, slot)?.replace(/\s*\n\s*/g, ' ');
    return `- **${words.labels[slot]}**${separator}${value ?? words.notGiven}`;
  });
  for (const extra of ['batch', 'purchasePlace', 'purchasedOn'] as const) {
    if (draft[extra]) lines.push(`- **${words.extraLabels[extra]}**${separator}${draft[extra]}`);
  }
  if (photos > 0) lines.push(`- **${words.photosLabel}**${separator}${words.photoCount(photos)}`);
  return lines.join('\n');
}
