import { Temporal } from 'temporal-polyfill';
import type { Database, Staff } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import type { Shop } from '../shop/shop.ts';
import type { Reports, TasksReport } from './reports.ts';
import type { SurveyReport, SurveyReports } from './surveys/surveyReports.ts';

/** What managers are told of the week before, by the same figures as the page. Days are the shop's, `to` included. */
export interface WeeklyReport {
  from: string;
  to: string;
  /** One for each metric that was answered in the week or the one before it. */
  surveys: SurveyReport[];
  complaints: { n: number; before: number; most: { name: Localized | null; n: number }[] };
  tasks: TasksReport;
}

export type Manager = Pick<Staff, 'id' | 'name' | 'email' | 'language'>;

/** When it goes out: from Monday at eight in the shop's zone; who could not be reached by Wednesday has the page. */
const HOUR = 8;
const DAYS = 2;
const MOST = 3;

/** The week's report to each manager, once. */
export class WeeklyReports {
  readonly #parts: { db: Database; shop: Shop; reports: Reports; surveyReports: SurveyReports };

  constructor(parts: { db: Database; shop: Shop; reports: Reports; surveyReports: SurveyReports }) {
    this.#parts = parts;
  }

  /** Of the seven days before this Monday (2026-07-13). */
  async report(monday: string): Promise<WeeklyReport> {
    const { shop, reports, surveyReports } = this.#parts;
    const { zone } = await shop.profile();
    const day = Temporal.PlainDate.from(monday);
    const span = { from: day.subtract({ days: 7 }).toString(), to: day.subtract({ days: 1 }).toString() };
    const surveys: SurveyReport[] = [];
    for (const metric of ['csat', 'nps', 'ces'] as const) {
      const report = await surveyReports.report({ metric, ...span }, 'day');
      if (report.answers + report.before.answers > 0) surveys.push(report);
    }
    const at = (days: number) => new Date(day.add({ days }).toZonedDateTime(zone).epochMilliseconds);
    const now = await reports.complaintsByProduct({ from: at(-7), to: at(0), limit: MOST });
    const before = await reports.complaintsByProduct({ from: at(-14), to: at(-7), limit: 1 });
    const most = now.products.map(({ name, n }) => ({ name, n }));
    return { ...span, surveys, complaints: { n: now.n, before: before.n, most }, tasks: await reports.tasks() };
  }

  /**
   * Sends what is due. Marked first, so that nobody gets it twice; where sending fails the mark is taken back and the next run tries
   * again. After a crash in between it is not sent: a mail is not worth a second one. The faults of those it failed for.
   */
  async runDue(now: Date, send: (to: Manager, report: WeeklyReport) => Promise<void>): Promise<unknown[]> {
    const { db, shop } = this.#parts;
    const { zone } = await shop.profile();
    const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
    const monday = local.toPlainDate().subtract({ days: local.dayOfWeek - 1 });
    const hours = monday.toZonedDateTime({ timeZone: zone, plainTime: '00:00' }).until(local).total('hours');
    if (hours < HOUR || hours >= 24 * DAYS) return [];
    const week = new Date(`${monday}T00:00:00Z`);
    const managers = await db.client.staff.findMany({
      where: {
        active: true,
        demo: false,
        role: { in: ['manager', 'administrator'] },
        weeklyMails: { none: { week } },
      },
      select: { id: true, name: true, email: true, language: true },
    });
    if (managers.length === 0) return [];
    const report = await this.report(monday.toString());
    const faults: unknown[] = [];
    for (const manager of managers) {
      const mark = { staffId: manager.id, week };
      if ((await db.client.weeklyMail.createMany({ data: [mark], skipDuplicates: true })).count === 0) continue;
      try {
        await send(manager, report);
        await db.client.weeklyMail.update({ where: { staffId_week: mark }, data: { sentAt: now } });
      } catch (fault) {
        faults.push(fault);
        await db.client.weeklyMail.deleteMany({ where: mark });
      }
    }
    return faults;
  }
}
