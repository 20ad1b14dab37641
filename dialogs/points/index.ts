import type { DialogModule } from '../dialogModule.ts';
import { PointsDialog } from './pointsDialog.ts';
import { wantsOf } from './words.ts';

/** Points, level and vouchers of whoever asks. How they are earned is told by articles. */
export const points: DialogModule = {
  id: 'points',
  intents: {},
  create: (services) => new PointsDialog(services),
  wants: (text) => wantsOf(text) !== undefined,
};
