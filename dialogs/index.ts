import { care } from './care/index.ts';
import { complaints } from './complaints/index.ts';
import { consent } from './consent/index.ts';
import type { DialogModule } from './dialogModule.ts';
import { followUps } from './followUps/index.ts';
import { handoff } from './handoff/index.ts';
import { points } from './points/index.ts';
import { preferences } from './preferences/index.ts';
import { privacy } from './privacy/index.ts';
import { products } from './products/index.ts';
import { promises } from './promises/index.ts';
import { purchases } from './purchases/index.ts';
import { smallTalk } from './smallTalk/index.ts';
import { surveys } from './surveys/index.ts';

/** Everything the bot can do. The order matters where several want to speak at once: what is asked before a rating stands above it. */
export const dialogModules: readonly DialogModule[] = [
  handoff,
  complaints,
  followUps,
  promises,
  products,
  preferences,
  privacy,
  purchases,
  points,
  surveys,
  consent,
  care,
  smallTalk,
];
