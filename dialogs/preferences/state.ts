import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { noticedSchema } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { fieldOf } from './fields.ts';
import { askToKeep, type Change, keptOf, labelOf, linesOf } from './kept.ts';
import { replies } from './replies.ts';

const changeSchema = noticedSchema.extend({ before: z.string().optional() });
/** What the dialog has asked. */
export const shape = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('keep'), items: z.array(changeSchema).min(1) }),
  z.object({ asked: z.literal('renew'), id: z.string() }),
  z.object({ asked: z.literal('list'), link: z.string().optional() }),
  z.object({ asked: z.literal('which'), to: z.enum(['correct', 'forget']) }),
  z.object({ asked: z.literal('value'), id: z.string() }),
  z.object({ asked: z.literal('forget'), id: z.string() }),
  z.object({ asked: z.literal('forgetAll') }),
]);
export type State = z.infer<typeof shape>;

/** Asks what the state says. */
export async function askFor(context: TurnContext, services: DialogServices, state: State): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  if (state.asked === 'keep') {
    const buttons = isChange(state.items) ? words.changeButtons : words.keepButtons;
    return say(context, askToKeep(state.items, language), { buttons });
  }
  const kept = await keptOf(context, services);
  switch (state.asked) {
    case 'list': {
      const lines = await linesOf(context, services, kept);
      const tail = [kept.length > 0 ? words.listTail : '', state.link ? words.page(state.link) : ''].filter(Boolean);
      return say(context, [words.list(lines), ...tail].join('\n\n'), {
        buttons: kept.length > 0 ? words.listButtons : [],
      });
    }
    case 'which': {
      const buttons = kept.slice(0, 6).map(({ key, value }) => `${labelOf(key, language)}: ${value}`);
      return say(context, state.to === 'correct' ? words.whichWrong : words.whichForget, { buttons });
    }
    case 'forgetAll':
      return say(context, words.confirmForgetAll(kept.filter(({ id }) => isForgotten(id)).length), {
        buttons: words.forgetButtons,
      });
  }
  const item = kept.find(({ id }) => id === state.id);
  const label = labelOf(item?.key ?? 'other', language);
  const value = item?.value ?? '';
  if (state.asked === 'renew' && item) {
    const { zone } = await services.shop.profile();
    const today = inZone(turnOf(context).now, zone).toPlainDate();
    const day = sayDay(inZone(item.createdAt, zone).toPlainDate(), today, language);
    await say(context, words.askRenew(label, value, item.quote, day), { buttons: words.renewButtons });
  } else if (state.asked === 'value') await say(context, words.askValue(label, value), { asks: true });
  else await say(context, words.confirmForget(label, value), { buttons: words.forgetButtons });
}

/** Whether the question is one for a change of something kept. */
export const isChange = (items: readonly Change[]): boolean => items.length === 1 && items[0]?.before !== undefined;

/** Whether "forget everything" is about this: what is needed to reach the customer stays for what is under way. */
const isForgotten = (id: string): boolean => !fieldOf(id) || fieldOf(id) === 'name';
