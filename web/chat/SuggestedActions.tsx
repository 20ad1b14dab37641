import { useChatTools } from './ChatContext.ts';
import type { CardAction } from './directLine/activity.ts';

/** The answers one can give with a thumb. */
export function SuggestedActions({ actions }: { actions: readonly CardAction[] }) {
  const { texts, act } = useChatTools();
  return (
    <ul className="choices" aria-label={texts.choices}>
      {actions.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole, titles may repeat
        <li key={index}>
          <button type="button" className="choice" onClick={() => act(action)}>
            {action.title ?? String(action.value ?? '')}
          </button>
        </li>
      ))}
    </ul>
  );
}
