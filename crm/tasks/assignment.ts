import { type Client, Prisma } from '#prisma/client.ts';
import type { TaskType } from './task.ts';

/** Which team does which tasks; a shop without that team uses `service`, else the task belongs to everybody. */
const teamOfType: Record<TaskType, string> = {
  callBack: 'service',
  answer: 'service',
  complaint: 'complaints',
  repair: 'technical',
  gift: 'service',
  care: 'service',
  approval: 'complaints',
  promise: 'service',
  surveyFollowUp: 'service',
  knowledgeGap: 'knowledge',
  fault: 'technical',
  custom: 'service',
};
const FALLBACK_TEAM = 'service';
/** Nobody reads a longer list than this; it also bounds what counting costs. */
const LOAD_COUNTED = 200;
const TOLD_AT_MOST = 50;

/** Who gets a task, and who is told of it. */
export interface Assignment {
  teamId: string | null;
  ownerId: string | null;
  told: string[];
}

interface Candidate {
  staffId: string;
  teamId: string | null;
  role: 'staff' | 'manager' | 'administrator';
  load: number;
}

/**
 * Whom the task names, if they are here; else the team by key or type; in it the person with the fewest open tasks. Where a team has no members (who are real and
 * active), the task stays in its queue and the managers are told, so that it is not overlooked.
 */
export async function assign(
  client: Client,
  task: { type: string; teamKey?: string | null; ownerId?: string | null },
): Promise<Assignment> {
  const ofType: Partial<Record<string, string>> = teamOfType;
  const keys = [task.teamKey ?? ofType[task.type] ?? FALLBACK_TEAM, FALLBACK_TEAM];
  const teams = await client.team.findMany({ where: { key: { in: keys } } });
  const team = keys.map((key) => teams.find((candidate) => candidate.key === key)).find((found) => found) ?? null;
  const people = await client.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT s.id AS "staffId", s."teamId", s.role::text AS role,
           (SELECT count(*)::int FROM (SELECT 1 FROM "Task" t WHERE t."ownerId" = s.id AND t.state = 'open'
              LIMIT ${LOAD_COUNTED}) counted) AS load
      FROM "Staff" s WHERE s.active AND NOT s.demo ORDER BY load, s.id`);
  const members = team ? people.filter((person) => person.teamId === team.id) : [];
  const owner = people.find(({ staffId }) => staffId === task.ownerId) ?? members[0] ?? null;
  const told = owner ? [owner] : leadsOf(people);
  return {
    teamId: team?.id ?? null,
    ownerId: owner?.staffId ?? null,
    told: told.slice(0, TOLD_AT_MOST).map((person) => person.staffId),
  };
}

/** Who is told when a task of this team is late: its managers, else all managers and administrators, else everybody. */
export async function leads(client: Client, teamId: string | null): Promise<string[]> {
  const people = await client.staff.findMany({ where: { active: true, demo: false }, orderBy: { id: 'asc' } });
  const ofTeam = people.filter((person) => teamId !== null && person.teamId === teamId && person.role !== 'staff');
  const told = ofTeam.length > 0 ? ofTeam : leadsOf(people);
  return told.slice(0, TOLD_AT_MOST).map((person) => person.id);
}

function leadsOf<T extends { role: Candidate['role'] }>(people: T[]): T[] {
  const managing = people.filter((person) => person.role !== 'staff');
  return managing.length > 0 ? managing : people;
}
