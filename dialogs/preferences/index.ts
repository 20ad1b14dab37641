import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, type Noticed } from '../memory.ts';
import { examples } from './examples.ts';
import { changesIn } from './keep.ts';
import { noticeIn } from './notice.ts';
import { PreferencesDialog } from './preferencesDialog.ts';
import { toRenew } from './renew.ts';
import { meansField } from './request.ts';
import { nextToAsk, unkept } from './unkept.ts';
import { noteZone } from './zone.ts';

/** What customers like and need: noticed in passing, kept only with their consent, shown, corrected and forgotten at a word. */
export const preferences: DialogModule = {
  id: 'preferences',
  intents: examples,
  create: (services) => new PreferencesDialog(services),
  wants: meansField,
  notice(context, services) {
    noteZone(context, services);
    const memory = memoryOf(context);
    const heard = noticeIn(heardOf(context));
    const isNew = ({ key, value }: Noticed) => !memory.declined.includes(`${key}:${value}`);
    const keys = new Set(heard.map(({ key }) => key));
    memory.noticed = [...heard.filter(isNew), ...memory.noticed.filter(({ key }) => !keys.has(key))].slice(0, 3);
  },
  async initiative(context, services) {
    const memory = memoryOf(context);
    const { interruption, reading } = heardOf(context);
    // Whoever asks for a person now is not held up with a question of ours.
    if (interruption === 'person' || reading.intent === 'handoff') return undefined;
    if (memory.noticed.length === 0) return toRenew(context, services);
    const items = await unkept(context, services, memory.noticed);
    const asked = nextToAsk(items);
    memory.noticed = items.filter((item) => !asked.includes(item));
    return asked.length > 0 ? { keep: await changesIn(context, services, asked) } : undefined;
  },
};
