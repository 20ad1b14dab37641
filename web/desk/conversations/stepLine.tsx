import type { ReactNode } from 'react';
import { localized } from '../customers/names.ts';
import { useFormats } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import type { ShownMessage } from './messageOf.ts';

/** Who took the conversation, passed it on or gave it back, and when. */
export function StepLine({ message }: { message: ShownMessage }): ReactNode {
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const { step } = message;
  if (!step) return null;
  const by = step.staff?.name ?? '';
  const to = step.to?.name ?? (step.team ? localized(step.team, language) : '');
  const say = (t.steps as Record<string, ((by: string, to: string) => string) | undefined>)[step.kind];
  return (
    <p className="event-line">
      {[say?.(by, to) ?? step.kind, step.note].filter(Boolean).join(' · ')}{' '}
      <time dateTime={message.at} className="figures">
        {formats.time(message.at)}
      </time>
    </p>
  );
}
