import { useEffect, useRef, useState } from 'react';
import { useChatTools } from '../ChatContext.ts';
import type { Activity } from '../directLine/activity.ts';
import { readContent } from './content.ts';

/** An Adaptive Card; its library is loaded when the first one arrives. */
export function AdaptiveCardView({ content }: { content: unknown }) {
  const { texts, send, act, language } = useChatTools();
  const holder = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>('loading');
  const tools = useRef({ send, act });
  tools.current = { send, act };

  useEffect(() => {
    let left = false;
    import('./adaptiveCard.ts')
      .then(({ renderAdaptiveCard }) => {
        if (left) return;
        const card = renderAdaptiveCard(readContent(content), language, {
          submit: (data) => tools.current.send(submitted(data)),
          open: (url) => tools.current.act({ type: 'openUrl', value: url }),
        });
        if (card) holder.current?.replaceChildren(card);
        setState(card ? 'shown' : 'broken');
      })
      .catch(() => setState('broken'));
    return () => {
      left = true;
    };
  }, [content, language]);

  return (
    <div className="card adaptive" aria-busy={state === 'loading'}>
      <div className="card-body" ref={holder} />
      {state === 'broken' && <p className="card-body">{texts.cardUnreadable}</p>}
    </div>
  );
}

/** As Web Chat sends it: text is said aloud, data goes as the activity's value. */
function submitted(data: unknown): Activity {
  if (typeof data === 'string') return { type: 'message', text: data };
  return { type: 'message', value: data, channelData: { postBack: true } };
}
