import type { AuditEvent, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';

/** Who did what to which record. `fields` are names of fields, never their values. */
export interface AuditEntry {
  /** The member of staff; null for the system itself and for programs. */
  staffId: string | null;
  action: string;
  entity: string;
  entityId?: string;
  fields?: string[];
  /** What for, in a word of a list. */
  reason?: string;
}

/** The log of what staff changed; written in the transaction of the change itself. */
export class Audit {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async record(entry: AuditEntry): Promise<void> {
    await this.#db.transaction((client) =>
      client.auditEvent.create({
        data: { ...entry, at: this.#clock.now(), fields: entry.fields ?? [] },
      }),
    );
  }

  /** Newest first; of one record if `entity` and `entityId` are given. */
  async list(filter: PageRequest & { entity?: string; entityId?: string } = {}): Promise<Page<AuditEvent>> {
    const rows = await this.#db.client.auditEvent.findMany({
      where: {
        ...(filter.entity && { entity: filter.entity }),
        ...(filter.entityId && { entityId: filter.entityId }),
        ...olderThan('at', filter),
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    return pageOf(rows, filter, (row) => row);
  }
}
