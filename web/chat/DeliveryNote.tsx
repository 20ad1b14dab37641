import { useChatTools } from './ChatContext.ts';
import type { Entry } from './directLine/entries.ts';
import { Icon } from './Icons.tsx';

/** How far a message of the customer has come; nothing once it has arrived. */
export function DeliveryNote({ entry: { delivery, failure = 'refused', key } }: { entry: Entry }) {
  const { texts, retry } = useChatTools();
  if (delivery === 'sent') return null;
  if (delivery === 'failed') {
    return (
      <button type="button" className="delivery delivery--failed" onClick={() => retry(key)}>
        <Icon name="alert" size={16} />
        {texts.failed[failure]} · {texts.retry}
      </button>
    );
  }
  return (
    <span className="delivery" data-delivery={delivery}>
      <Icon name="clock" size={14} />
      {delivery === 'waiting' ? texts.waiting : <span className="visually-hidden">{texts.sending}</span>}
    </span>
  );
}
