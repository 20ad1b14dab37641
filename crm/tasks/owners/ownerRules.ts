import type { Client, Database } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { Conflict, type FieldError, InvalidInput } from '../../errors.ts';
import type { NewTask } from '../task.ts';
import { type Assignment, assign, type Candidate, type Wanted } from './assignment.ts';
import { type OwnerRule, ownerRulesSchema, type TaskFacts } from './ownerRule.ts';

const KEY = 'ownerRules';
const FRESH_MS = 30_000;

/** The rules in their order; `version` is raised by each change. */
export interface KeptRules {
  version: number;
  rules: OwnerRule[];
}

/** Who would get a task, and why. */
export interface OwnerPreview {
  ruleId: string | null;
  team: { key: string; name: unknown } | null;
  owner: { id: string; name: string } | null;
  candidates: Candidate[];
  told: { id: string; name: string }[];
}

/** By which rules tasks find their team and owner: the first that holds. Without any, the type says the team and the load the person. */
export class OwnerRules {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  #kept: { rules: OwnerRule[]; until: number } | null = null;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  list(): Promise<KeptRules> {
    return read(this.#db.client);
  }

  /** Keeps the rules whole, in their order. Throws Conflict if somebody has changed them since, InvalidInput for a team or person that is not there. */
  async keep({ version, rules }: KeptRules, staffId: string): Promise<KeptRules> {
    const value = await this.#db.transaction(async (client) => {
      await client.setting.createMany({ data: [{ key: KEY, value: { version: 0, rules: [] } }], skipDuplicates: true });
      await client.$queryRaw`SELECT key FROM "Setting" WHERE key = ${KEY} FOR UPDATE`;
      if ((await read(client)).version !== version)
        throw new Conflict('ownerRulesChanged', 'Somebody has changed the rules meanwhile.');
      await refuseUnknown(client, rules);
      const kept = { version: version + 1, rules };
      await client.setting.update({ where: { key: KEY }, data: { value: kept } });
      await this.#audit.record({ staffId, action: 'change', entity: 'ownerRules', fields: rules.map(({ id }) => id) });
      return kept;
    });
    this.#kept = null;
    return value;
  }

  /** Who gets the task, by the rules as they are kept. Another instance's change is seen within half a minute. */
  async assign(client: Client, task: NewTask): Promise<Assignment> {
    const now = this.#clock.now().getTime();
    if (!this.#kept || now >= this.#kept.until)
      this.#kept = { rules: (await read(client)).rules, until: now + FRESH_MS };
    const { rules } = this.#kept;
    const { teamKey = null, ownerId = null } = task;
    return assign(client, { ...(await factsOf(client, task, rules)), teamKey, ownerId }, rules);
  }

  /** Who would get such a task; by rules that are not kept yet, if they are given. Changes nothing. */
  async preview(wanted: Wanted & { customerId?: string | null }, rules?: OwnerRule[]): Promise<OwnerPreview> {
    const { client } = this.#db;
    const { customerId, ...facts } = wanted;
    const customer = customerId
      ? await client.customer.findUnique({ where: { id: customerId }, select: { city: true, tier: true } })
      : null;
    const product = facts.productId
      ? await client.product.findUnique({ where: { id: facts.productId }, select: { categoryKey: true } })
      : null;
    const known = { ...facts, ...customer, ...(product && { category: product.categoryKey }) };
    const found = await assign(client, known, rules ?? (await read(client)).rules);
    const ids = [...found.told, ...(found.ownerId ? [found.ownerId] : [])];
    const people = await client.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const team = found.teamId ? await client.team.findUnique({ where: { id: found.teamId } }) : null;
    return {
      ruleId: found.ruleId,
      team: team && { key: team.key, name: team.name },
      owner: people.find(({ id }) => id === found.ownerId) ?? null,
      candidates: found.candidates,
      told: people.filter(({ id }) => found.told.includes(id)),
    };
  }
}

async function read(client: Client): Promise<KeptRules> {
  const row = await client.setting.findUnique({ where: { key: KEY } });
  const value = (row?.value ?? {}) as { version?: unknown; rules?: unknown };
  const version = typeof value.version === 'number' ? value.version : 0;
  return { version, rules: ownerRulesSchema.catch([]).parse(value.rules ?? []) };
}

/** What the rules look at; nothing is read that no rule asks for. */
async function factsOf(client: Client, task: NewTask, rules: readonly OwnerRule[]): Promise<TaskFacts> {
  const { type, priority, customerId, complaintId, responseId } = task;
  const asksWho = rules.some(({ regions, tiers }) => regions.length + tiers.length > 0);
  const customer =
    asksWho && customerId
      ? await client.customer.findUnique({ where: { id: customerId }, select: { city: true, tier: true } })
      : null;
  const asksWhat = rules.some(({ productIds, categories }) => productIds.length + categories.length > 0);
  const select = { product: { select: { id: true, categoryKey: true } } } as const;
  const about = !asksWhat
    ? null
    : complaintId
      ? await client.complaint.findUnique({ where: { id: complaintId }, select })
      : responseId
        ? await client.response.findUnique({ where: { id: responseId }, select })
        : null;
  const product = about?.product;
  return {
    type,
    priority,
    productId: product?.id ?? null,
    category: product?.categoryKey ?? null,
    city: customer?.city ?? null,
    tier: customer?.tier ?? null,
  };
}

async function refuseUnknown(client: Client, rules: OwnerRule[]): Promise<void> {
  const teams = new Set((await client.team.findMany({ select: { key: true } })).map(({ key }) => key));
  const people = new Set(
    (await client.staff.findMany({ where: { active: true }, select: { id: true } })).map(({ id }) => id),
  );
  const wrong: FieldError[] = [];
  for (const [index, rule] of rules.entries()) {
    if (rule.teamKey && !teams.has(rule.teamKey))
      wrong.push({ path: `rules.${index}.teamKey`, message: 'There is no such team.' });
    if (rule.pick === 'person' && !people.has(rule.staffId!))
      wrong.push({ path: `rules.${index}.staffId`, message: 'This colleague is not here any more.' });
  }
  if (wrong.length > 0) throw new InvalidInput(wrong);
}
