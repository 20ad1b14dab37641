import { type Client, Prisma, type ServiceClock, type Task } from '#prisma/client.ts';
import type { TaskRow } from './task.ts';

const clockColumns = Prisma.raw(
  Object.values(Prisma.ServiceClockScalarFieldEnum)
    .map((column) => `k."${column}"`)
    .join(', '),
);

type Named = ServiceClock & {
  of: string;
  customerName: string | null;
  ownerName: string | null;
  teamKey: string;
  teamName: Prisma.JsonValue;
  complaintNumber: number;
  severity: NonNullable<TaskRow['complaint']>['severity'];
};

/** The tasks with the names that a list shows and their last clocks: one statement instead of one for each kind of name. */
export async function withNames(client: Client, tasks: Task[]): Promise<TaskRow[]> {
  if (tasks.length === 0) return [];
  const named = await client.$queryRaw<Named[]>(Prisma.sql`
    SELECT t.id AS "of", c.name AS "customerName", o.name AS "ownerName", m.key AS "teamKey", m.name AS "teamName",
           p.number AS "complaintNumber", p.severity::text AS severity, ${clockColumns}
      FROM "Task" t
      LEFT JOIN "Customer" c ON c.id = t."customerId"
      LEFT JOIN "Staff" o ON o.id = t."ownerId"
      LEFT JOIN "Team" m ON m.id = t."teamId"
      LEFT JOIN "Complaint" p ON p.id = t."complaintId"
      LEFT JOIN LATERAL (SELECT * FROM "ServiceClock" s WHERE s."taskId" = t.id ORDER BY s.round DESC LIMIT 1) k ON true
     WHERE t.id = ANY(${tasks.map(({ id }) => id)}::uuid[])`);
  const byId = new Map(named.map((row) => [row.of, row]));
  return tasks.map((task) => rowOf(task, byId.get(task.id)));
}

function rowOf(task: Task, names: Named | undefined): TaskRow {
  const { customerId, ownerId, teamId, complaintId } = task;
  if (!names) return { ...task, customer: null, owner: null, team: null, complaint: null, clocks: [] };
  const { of: _of, customerName, ownerName, teamKey, teamName, complaintNumber, severity, ...clock } = names;
  return {
    ...task,
    customer: customerId ? { id: customerId, name: customerName } : null,
    owner: ownerId && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    team: teamId ? { id: teamId, key: teamKey, name: teamName } : null,
    complaint: complaintId ? { id: complaintId, number: complaintNumber, severity } : null,
    clocks: clock.id ? [clock] : [],
  };
}
