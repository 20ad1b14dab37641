import type { Localized } from '../catalogue/shapes.ts';
import { after, DAY } from './calendar.ts';
import { Random } from './random.ts';
import type { ComplaintRow, DefectRow } from './rows.ts';
import { known } from './said/defects.ts';
import type { Story } from './said/story.ts';
import type { World } from './world.ts';

/** Why it went wrong: where the story is one of a known defect, its cause and a batch; else what the story says. */
export function causeOf(
  world: World,
  story: Story,
  { productId, number }: { productId: string; number: number },
): Pick<ComplaintRow, 'batch' | 'causeCode' | 'defectId' | 'fixToldAt' | 'solved'> {
  const defect = known.find(({ stories }) => stories.includes(story));
  if (!defect) return { batch: null, causeCode: story.cause ?? 'other', defectId: null, fixToldAt: null, solved: null };
  // By the number, not by chance: what is added to the demo later leaves the rest of the history as it was.
  const batch = number % 5 < 3 ? (defect.batches[number % defect.batches.length] ?? null) : null;
  const id = defectId(world, defect.key, productId);
  return { batch, causeCode: defect.cause, defectId: id, fixToldAt: null, solved: null };
}

/** The defect's row; made when the first complaint of it comes. */
function defectId(world: World, key: string, productId: string): string {
  const { calendar, history } = world;
  const { title, cause, batches, verdict, fix, fixedDaysAgo } = known.find((each) => each.key === key)!;
  const made = history.defects.find((each) => each.title === title);
  if (made) return made.id;
  const at = after(calendar.now, -(fixedDaysAgo ?? 20) * DAY);
  const row: DefectRow = {
    id: new Random(history.defects.length + 1).id(at),
    title,
    productId,
    causeCode: cause,
    state: fix ? 'fixed' : 'confirmed',
    verdict,
    affectedBatches: [...batches],
    fix: (fix ?? null) as Localized | null,
    labelNote: null,
    fixedAt: fix ? at : null,
    ownerId: history.staff[0]!.id,
    createdAt: at,
    updatedAt: at,
    demo: true,
  };
  history.defects.push(row);
  return row.id;
}

/** Two in three customers agreed to hear of the fix; of a fixed defect they were told, and most say that it is solved. */
export function hearOfFix({ history }: World, complaint: ComplaintRow): void {
  const defect = history.defects.find(({ id }) => id === complaint.defectId);
  if (!defect || complaint.number % 3 === 0) return;
  history.consents.push({
    id: new Random(complaint.number).id(complaint.createdAt),
    customerId: complaint.customerId,
    purpose: 'defectNotice',
    channel: 'any',
    granted: true,
    wording: 'complaints.readBackTail@1',
    source: 'customer',
    complaintId: complaint.id,
    at: complaint.createdAt,
  });
  if (!defect.fixedAt) return;
  complaint.fixToldAt = defect.fixedAt;
  complaint.solved = complaint.number % 7 === 0 ? false : complaint.number % 5 === 0 ? null : true;
}
