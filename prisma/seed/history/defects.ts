import type { Localized } from '../catalogue/shapes.ts';
import { after, DAY } from './calendar.ts';
import type { ComplaintRow, DefectRow } from './rows.ts';
import { known } from './said/defects.ts';
import type { Story } from './said/story.ts';
import type { World } from './world.ts';

/** Why it went wrong: where the story is one of a known defect, its cause and a batch; else what the story says. */
export function causeOf(
  world: World,
  story: Story,
  productId: string,
): Pick<ComplaintRow, 'batch' | 'causeCode' | 'defectId'> {
  const defect = known.find(({ stories }) => stories.includes(story));
  if (!defect) return { batch: null, causeCode: story.cause ?? 'other', defectId: null };
  const batch = world.random.chance(0.6) ? world.random.pick(defect.batches) : null;
  return { batch, causeCode: defect.cause, defectId: defectId(world, defect.key, productId) };
}

/** The defect's row; made when the first complaint of it comes. */
function defectId(world: World, key: string, productId: string): string {
  const { random, calendar, history } = world;
  const { title, cause, batches, verdict, fix, fixedDaysAgo } = known.find((each) => each.key === key)!;
  const made = history.defects.find((each) => each.title === title);
  if (made) return made.id;
  const at = after(calendar.now, -(fixedDaysAgo ?? 20) * DAY);
  const row: DefectRow = {
    id: random.id(at),
    title,
    productId,
    causeCode: cause,
    state: fix ? 'fixed' : 'confirmed',
    verdict,
    affectedBatches: [...batches],
    fix: (fix ?? null) as Localized | null,
    labelNote: null,
    fixedAt: fix ? at : null,
    ownerId: world.colleague('complaints').id,
    createdAt: at,
    updatedAt: at,
    demo: true,
  };
  history.defects.push(row);
  return row.id;
}
