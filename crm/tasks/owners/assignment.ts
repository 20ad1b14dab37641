import { type Client, Prisma } from '#prisma/client.ts';
import type { TaskType } from '../task.ts';
import { holds, type OwnerRule, type TaskFacts } from './ownerRule.ts';

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

/** Somebody who could get the task; `open`: how many they have. */
export interface Candidate {
  staffId: string;
  name: string;
  teamId: string | null;
  role: 'staff' | 'manager' | 'administrator';
  open: number;
}

/** Who gets a task, who is told of it, and why: the rule that decided (null: the usual way) and who was looked at. */
export interface Assignment {
  teamId: string | null;
  ownerId: string | null;
  told: string[];
  ruleId: string | null;
  candidates: Candidate[];
}

/** What is asked of the assignment: what rules look at, and whom the task itself names. */
export interface Wanted extends TaskFacts {
  teamKey?: string | null;
  ownerId?: string | null;
}

/**
 * Whom the task names, if they are here; else by the first rule that holds, unless the task names its team; else the team
 * of its type, in it the person with the fewest open tasks. Where a team has nobody (who is real, active and not full), the
 * task stays in its queue and the managers are told, so that it is not overlooked.
 */
export async function assign(client: Client, wanted: Wanted, rules: readonly OwnerRule[] = []): Promise<Assignment> {
  const people = await candidatesOf(client);
  const named = people.find(({ staffId }) => staffId === wanted.ownerId);
  const rule =
    wanted.teamKey || named ? undefined : rules.find((each) => holds(each, wanted) && isPossible(each, people));
  const usual = (teamOfType as Partial<Record<string, string>>)[wanted.type] ?? FALLBACK_TEAM;
  const person = rule?.pick === 'person' ? people.find(({ staffId }) => staffId === rule.staffId) : undefined;
  const keys = [...(rule?.teamKey ? [rule.teamKey] : []), wanted.teamKey ?? usual, FALLBACK_TEAM];
  const teams = await client.team.findMany({ where: { key: { in: keys } } });
  const team = keys.map((key) => teams.find((candidate) => candidate.key === key)).find((found) => found) ?? null;
  const members = team ? people.filter(({ teamId }) => teamId === team.id) : [];
  const free = members.filter(({ open }) => !rule?.maxOpen || open < rule.maxOpen);
  const owner = named ?? person ?? (rule?.pick === 'queue' ? null : (free[0] ?? null));
  const told = owner ? [owner] : rule?.pick === 'queue' && members.length > 0 ? members : leadsOf(people);
  return {
    teamId: team?.id ?? null,
    ownerId: owner?.staffId ?? null,
    told: told.slice(0, TOLD_AT_MOST).map(({ staffId }) => staffId),
    ruleId: rule?.id ?? null,
    candidates: members,
  };
}

/** A rule for somebody who has left, or has enough, gives way to the next. */
function isPossible(rule: OwnerRule, people: Candidate[]): boolean {
  if (rule.pick !== 'person') return true;
  const person = people.find(({ staffId }) => staffId === rule.staffId);
  return person !== undefined && (!rule.maxOpen || person.open < rule.maxOpen);
}

const candidatesOf = (client: Client): Promise<Candidate[]> =>
  client.$queryRaw<Candidate[]>(Prisma.sql`
    SELECT s.id AS "staffId", s.name, s."teamId", s.role::text AS role,
           (SELECT count(*)::int FROM (SELECT 1 FROM "Task" t WHERE t."ownerId" = s.id AND t.state = 'open'
              LIMIT ${LOAD_COUNTED}) counted) AS open
      FROM "Staff" s WHERE s.active AND NOT s.demo ORDER BY open, s.id`);

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
