import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import type { Language } from '#ai/reading.ts';
import type { Client, Database, Prisma, Survey as Row } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { KeptSetting } from '../keptSetting.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { defaultSurveyManners, type SurveyManners, surveyMannersSchema } from './asking.ts';
import { check } from './check.ts';
import type { Problem } from './problem.ts';
import { Questionnaire } from './questionnaire.ts';
import { readySurveys } from './readySurveys.ts';
import { type ResultsSpan, resultsOf, type SurveyResults } from './results.ts';
import { type Survey, type SurveyInput, surveyOf } from './survey.ts';

/** So many forms are kept in memory. */
const FORMS = 40;

/** What a survey asked in one of its versions. */
export interface SurveyVersionSummary {
  version: number;
  definition: unknown;
  savedBy: string | null;
  createdAt: Date;
  /** How many answered this version. */
  answers: number;
}

/** The surveys of the shop: made, translated, kept by version, started and stopped. */
export class Surveys {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #manners: KeptSetting<SurveyManners>;
  #ready = false;
  readonly #forms = new Map<string, Questionnaire>();

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    const known = { key: 'surveys', schema: surveyMannersSchema, standard: defaultSurveyManners };
    this.#manners = new KeptSetting({ db, audit, ...known });
  }

  /** Newest first. */
  async list(request: PageRequest = {}): Promise<Page<Survey>> {
    await this.#provide();
    const rows = await this.#db.client.survey.findMany({
      where: olderThan('createdAt', request),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows.map(surveyOf), request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Those that ask, oldest first. */
  async running(): Promise<Survey[]> {
    await this.#provide();
    const rows = await this.#db.client.survey.findMany({ where: { active: true }, orderBy: { id: 'asc' } });
    return rows.map(surveyOf);
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Survey> {
    const row = await this.#db.client.survey.findUnique({ where: { id } });
    if (!row) throw new NotFound('survey', id);
    return surveyOf(row);
  }

  /** What that version asks, at work in a language. Throws NotFound. */
  async form(id: string, version: number, language: Language): Promise<Questionnaire> {
    const key = `${id}/${version}/${language}`;
    const known = this.#forms.get(key);
    if (known) return known;
    const form = await Questionnaire.of(await this.asked(id, version), language);
    // A version never changes. The oldest makes room.
    if (this.#forms.size >= FORMS) this.#forms.delete(this.#forms.keys().next().value!);
    this.#forms.set(key, form);
    return form;
  }

  /** What a survey asked in that version. Throws NotFound. */
  async asked(id: string, version: number): Promise<unknown> {
    const where = { surveyId_version: { surveyId: id, version } };
    const found = await this.#db.client.surveyVersion.findUnique({ where });
    return found ? found.definition : (await this.get(id)).definition;
  }

  /** Newest first. Throws NotFound. */
  async versions(id: string): Promise<SurveyVersionSummary[]> {
    const survey = await this.get(id);
    const { client } = this.#db;
    const rows = await client.surveyVersion.findMany({ where: { surveyId: id }, orderBy: { version: 'desc' } });
    const counted = await client.response.groupBy({ by: ['version'], where: { surveyId: id }, _count: true });
    const staff = await client.staff.findMany({
      where: { id: { in: rows.flatMap(({ savedById }) => savedById ?? []) } },
      select: { id: true, name: true },
    });
    const told = rows.length > 0 ? rows : [{ ...survey, savedById: null }];
    return told.map(({ version, definition, savedById, createdAt }) => ({
      version,
      definition,
      savedBy: staff.find((person) => person.id === savedById)?.name ?? null,
      createdAt,
      answers: counted.find((row) => row.version === version)?._count ?? 0,
    }));
  }

  /** How many were asked and answered, and what they said. Throws NotFound. */
  async results(id: string, span: ResultsSpan = {}): Promise<SurveyResults> {
    return resultsOf(this.#db.client, await this.get(id), span);
  }

  /** What is wrong with a definition; nothing is stored. */
  check(definition: unknown, metric: string): Promise<Problem[]> {
    return check(definition, metric);
  }

  /** Makes a survey, stopped, or a new version of the one with this id. Throws NotFound, InvalidInput, Conflict. */
  async save(input: SurveyInput, staffId: string, id?: string): Promise<Survey> {
    const problems = await check(input.definition, input.metric);
    const asks = input.anonymous && input.asking.trigger !== 'byHand';
    refuse([...problems.filter(({ blocks }) => blocks), ...(asks ? [anonymousAsks] : [])]);
    const { definition, title, metric, touchpoint, anonymous, asking } = input;
    const data = { title, metric, touchpoint, anonymous, asking, definition: definition as Prisma.InputJsonObject };
    const saved = await this.#db.transaction(async (client) => {
      const stored = id ? await this.#change(client, id, data, problems) : await this.#make(client, data);
      await this.#keepVersion(client, stored, staffId);
      await this.#audit.record({ staffId, action: 'save', entity: 'survey', entityId: stored.id });
      return stored;
    });
    this.#tell(saved.id);
    return surveyOf(saved);
  }

  /** From now on it asks. Throws NotFound, InvalidInput for what is not translated yet. */
  async start(id: string, staffId: string): Promise<Survey> {
    const survey = await this.get(id);
    refuse(await check(survey.definition, survey.metric));
    return this.#switch(id, true, staffId);
  }

  /** From now on it asks nobody, and takes no new answers; who has begun may finish. Throws NotFound. */
  async stop(id: string, staffId: string): Promise<Survey> {
    await this.get(id);
    return this.#switch(id, false, staffId);
  }

  /** Only one that nobody answered and that did not come with the house. Throws NotFound, Conflict. */
  async remove(id: string, staffId: string): Promise<void> {
    const { key } = await this.get(id);
    await this.#db.transaction(async (client) => {
      const used =
        (await client.response.count({ where: { surveyId: id } })) +
        (await client.invitation.count({ where: { surveyId: id } }));
      if (used > 0 || readySurveys.some((ready) => ready.key === key))
        throw new Conflict('surveyUsed', 'Its answers are kept, or it came with the house. Stop it instead.');
      await client.survey.delete({ where: { id } });
      await this.#audit.record({ staffId, action: 'remove', entity: 'survey', entityId: id });
    });
  }

  /** How often at most a person is asked, over all surveys. */
  manners(): Promise<SurveyManners> {
    return this.#manners.read();
  }

  setManners(manners: SurveyManners, staffId: string): Promise<SurveyManners> {
    return this.#manners.keep(manners, staffId);
  }

  async #make(client: Client, data: Omit<Prisma.SurveyUncheckedCreateInput, 'key'>): Promise<Row> {
    const id = v7();
    return client.survey.create({ data: { ...data, id, key: id, active: false, createdAt: this.#clock.now() } });
  }

  /** The metric of a survey that was answered stays: figures of two scales are never mixed. */
  async #change(
    client: Client,
    id: string,
    data: Omit<Prisma.SurveyUncheckedCreateInput, 'key'>,
    problems: Problem[],
  ): Promise<Row> {
    await client.$queryRaw`SELECT 1 FROM "Survey" WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await client.survey.findUnique({ where: { id } });
    if (!before) throw new NotFound('survey', id);
    const answered = (await client.response.count({ where: { surveyId: id } })) > 0;
    if (answered && (before.metric !== data.metric || before.anonymous !== data.anonymous))
      throw new Conflict(
        'surveyAnswered',
        'It has answers: make a new survey for another metric, or to make it anonymous.',
      );
    if (before.anonymous !== data.anonymous && (await isOutside(client, id)))
      throw new Conflict(
        'surveyAsked',
        'Customers have been asked by name, or have a link for one person: make a new survey to ask anonymously, or not.',
      );
    if (before.active) refuse(problems);
    const same = isDeepStrictEqual(before.definition, data.definition);
    return client.survey.update({ where: { id }, data: { ...data, version: before.version + (same ? 0 : 1) } });
  }

  async #keepVersion(client: Client, survey: Row, savedById: string | null): Promise<void> {
    const { id: surveyId, version, metric } = survey;
    const [title, definition] = [survey.title, survey.definition] as Prisma.InputJsonObject[];
    const kept = { id: v7(), surveyId, version, title: title!, metric, definition: definition!, savedById };
    await client.surveyVersion.createMany({ data: [{ ...kept, createdAt: this.#clock.now() }], skipDuplicates: true });
  }

  async #switch(id: string, active: boolean, staffId: string): Promise<Survey> {
    const saved = await this.#db.transaction(async (client) => {
      await this.#audit.record({ staffId, action: active ? 'start' : 'stop', entity: 'survey', entityId: id });
      return client.survey.update({ where: { id }, data: { active } });
    });
    this.#tell(id);
    return surveyOf(saved);
  }

  #tell(surveyId: string): void {
    this.#db.signals.publish('responses', { surveyId });
  }

  /** Puts the surveys that come with the house into a database that has them not. */
  async #provide(): Promise<void> {
    if (this.#ready) return;
    const there = await this.#db.client.survey.count({ where: { key: { in: readySurveys.map(({ key }) => key) } } });
    // Not remembered when they are made here: the transaction may still be rolled back.
    this.#ready = there === readySurveys.length;
    if (this.#ready) return;
    await this.#db.transaction(async (client) => {
      const createdAt = this.#clock.now();
      const data = readySurveys.map((ready) => ({ ...ready, id: v7(), createdAt }));
      await client.survey.createMany({ data, skipDuplicates: true });
      for (const stored of await client.survey.findMany({ where: { versions: { none: {} } } }))
        await this.#keepVersion(client, stored, null);
    });
  }
}

/** Whether somebody holds a link to it that tells who they are, or is about to get one. */
async function isOutside(client: Client, surveyId: string): Promise<boolean> {
  const asked = { surveyId, state: { not: 'withheld' } } as const;
  return (
    (await client.invitation.count({ where: asked })) > 0 ||
    (await client.surveyLink.count({ where: { surveyId, single: true } })) > 0
  );
}

const anonymousAsks = {
  path: 'anonymous',
  message: { en: 'Anonymous surveys are answered by open link alone: nobody is asked one by one.' },
};

function refuse(problems: readonly { path: string; message: { en: string } }[]): void {
  if (problems.length === 0) return;
  const fields = problems.map(({ path, message }) => ({
    path: path === 'anonymous' ? path : ['definition', path].filter(Boolean).join('.'),
    message: message.en,
  }));
  throw new InvalidInput(fields, `This survey cannot be used yet: ${fields[0]!.message}`);
}
