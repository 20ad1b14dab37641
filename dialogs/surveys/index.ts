import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { turnOf } from '../turn.ts';
import { examples } from './examples.ts';
import { SurveysDialog } from './surveysDialog.ts';

const ending = new Set(['thanks', 'goodbye']);

/**
 * How it was. Asked at the end of help and never before it: when a complaint is recorded, or when the customer says thanks
 * or goodbye after an answer. Once in a conversation, and not at all after a refusal.
 */
export const surveys: DialogModule = {
  id: 'surveys',
  intents: examples,
  create: (services) => new SurveysDialog(services),
  async initiative(context, services) {
    const { helped } = memoryOf(context);
    const { customer, conversationId } = turnOf(context);
    if (!helped || !customer.id) return undefined;
    const { reading, interruption } = heardOf(context);
    const ends = interruption
      ? interruption === 'cancel' || interruption === 'skip'
      : reading.wishes.some(({ intent }) => ending.has(intent));
    if (helped.by !== 'complaints' && !ends) return undefined;
    return (await services.surveys.mayAsk(conversationId)) ? helped : undefined;
  },
};
