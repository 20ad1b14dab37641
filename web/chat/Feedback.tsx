import { useChatTools } from './ChatContext.ts';
import { Icon } from './Icons.tsx';

/** Thumbs under an answer; the choice stays visible and may be changed. */
export function Feedback({ activityId }: { activityId: string }) {
  const { texts, given, send } = useChatTools();
  const chosen = given.helpful.get(activityId);
  const choose = (helpful: boolean) => {
    if (helpful !== chosen) send({ type: 'event', name: 'feedback', value: { activityId, helpful } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can not stand in this line
    <div className="feedback" role="group" aria-label={texts.wasItHelpful}>
      <button
        type="button"
        aria-label={texts.helpful}
        title={texts.helpful}
        aria-pressed={chosen === true}
        onClick={() => choose(true)}
      >
        <Icon name="up" size={18} />
      </button>
      <button
        type="button"
        className="feedback-down"
        aria-label={texts.notHelpful}
        title={texts.notHelpful}
        aria-pressed={chosen === false}
        onClick={() => choose(false)}
      >
        <Icon name="up" size={18} />
      </button>
      <span role="status">{chosen !== undefined && texts.thanksForFeedback}</span>
    </div>
  );
}
