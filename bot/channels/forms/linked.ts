import type { Activity } from 'botbuilder';
import { replies } from '#dialogs/replies.ts';
import { adaptiveWords, isAdaptive } from '../cards.ts';
import type { Links } from '../presenting.ts';
import { hasInputs } from './inputs.ts';

/** An activity with a link in place of its form, for a channel that cannot show forms; as it is, where it has none or no page can be reached. */
export function formLinked(activity: Partial<Activity>, links: Pick<Links, 'form'>): Partial<Activity> {
  const card = activity.attachments?.find((each) => isAdaptive(each) && hasInputs(each));
  const url = card && activity.id && links.form(activity.id);
  if (!url) return activity;
  const words = replies[activity.locale?.startsWith('en') ? 'en' : 'zh'].form;
  const text = [activity.text, adaptiveWords(card), words.open(url)].filter(Boolean).join('\n\n');
  return { ...activity, text, attachments: activity.attachments!.filter((each) => each !== card) };
}
