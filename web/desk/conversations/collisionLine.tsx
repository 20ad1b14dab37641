import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import type { Other } from './others.ts';

/** Who else is in the conversation, so that no two people answer at one time. */
export function CollisionLine({ others }: { others: readonly Other[] }): ReactNode {
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const list = new Intl.ListFormat(language);
  const writing = others.filter(({ typing }) => typing);
  const colleagues = writing.flatMap(({ staffId, name }) => (staffId && name ? [name] : []));
  const looking = others.flatMap(({ typing, staffId, name }) => (!typing && staffId && name ? [name] : []));
  const lines = [
    ...(writing.some(({ staffId }) => !staffId) ? [t.typingCustomer] : []),
    ...(colleagues.length > 0 ? [t.typingStaff(list.format(colleagues))] : []),
    ...(looking.length > 0 ? [t.looking(list.format(looking))] : []),
  ];
  return (
    <p className="typing-line" role="status" data-collision={colleagues.length > 0 ? 'yes' : undefined}>
      {lines.join(' · ')}
    </p>
  );
}
