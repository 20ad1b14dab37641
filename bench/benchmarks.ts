import { importProducts } from './import/import.ts';
import { inbox } from './inbox/inbox.ts';
import { reports } from './reports/reports.ts';
import { similar } from './similar/similar.ts';
import { timeline } from './timeline/timeline.ts';
import { turns } from './turns/turns.ts';
import { wechatPushes } from './wechat/wechat.ts';

/** A thing that can be measured. `run` gives a row of figures; `ratio` where there is a floor or peer in the same run. */
export interface Benchmark {
  id: string;
  about: string;
  run(flags: string[]): Promise<Record<string, number | string>>;
}

/** The benchmarks. A new one is its own file and a line here. */
export const benchmarks: Benchmark[] = [turns, importProducts, inbox, similar, reports, timeline, wechatPushes];
