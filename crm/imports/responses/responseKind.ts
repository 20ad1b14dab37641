import { v7 } from 'uuid';
import type { Bulk } from '#prisma/client.ts';
import { SCORE } from '../../surveys/definition.ts';
import { scaleOf } from '../../surveys/metrics.ts';
import type { ImportKind } from '../importKind.ts';
import { responseColumn } from './responseColumns.ts';
import { ResponseReader, responseStaging } from './responseReader.ts';

const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT s.*, CASE WHEN r.id IS NULL THEN 'added'
  WHEN (s.score, s.comment, s.answers) IS DISTINCT FROM (r.score, r.comment, r.answers) THEN 'changed' ELSE 'unchanged' END AS state
FROM staging s LEFT JOIN "Survey" v ON v.key = s.survey LEFT JOIN "Response" r ON r."surveyId" = v.id AND r."externalId" = s."externalId"`;

/** What an answer was before stays in its history. */
const keepChanges = `
INSERT INTO "ResponseChange" (id, "responseId", score, comment, answers, at)
SELECT gen_random_uuid(), r.id, r.score, r.comment, r.answers, $1
FROM merged m JOIN "Survey" v ON v.key = m.survey JOIN "Response" r ON r."surveyId" = v.id AND r."externalId" = m."externalId"
WHERE m.state = 'changed'`;

const write = `
INSERT INTO "Response" (id, "surveyId", version, "externalId", score, comment, answers, way, "answeredAt")
SELECT m.id, v.id, v.version, m."externalId", m.score, m.comment, m.answers, 'import', m."answeredAt"
FROM merged m JOIN "Survey" v ON v.key = m.survey WHERE m.state <> 'unchanged' ORDER BY m.line
ON CONFLICT ("surveyId", "externalId") DO UPDATE SET score = excluded.score, comment = excluded.comment, answers = excluded.answers, "changedAt" = $1`;

/** What was read in words that are no more goes with them. */
const forgetReadings = `
DELETE FROM "CommentReading" g USING merged m, "Survey" v, "Response" r
WHERE m.state = 'changed' AND v.key = m.survey AND r."surveyId" = v.id AND r."externalId" = m."externalId" AND g."responseId" = r.id`;

/** The days of what came are counted again (crm/surveys/days). */
const touchDays = `
INSERT INTO "SurveyTouch" (id, "surveyId", at)
SELECT gen_random_uuid(), r."surveyId", r."answeredAt" FROM merged m JOIN "Survey" v ON v.key = m.survey
  JOIN "Response" r ON r."surveyId" = v.id AND r."externalId" = m."externalId" WHERE m.state <> 'unchanged'`;

/** Answers that were gathered elsewhere; each survey that the file names is made, and asks nobody. */
export const responseKind: ImportKind = {
  id: 'responses',
  required: { keys: ['score'], say: 'the score (score, 评分), or a question for one ("On a scale of 0-10 …")' },
  takesOtherColumns: true,
  column: responseColumn,
  staging: responseStaging,
  createReader: (bulk, by) => ResponseReader.create(bulk, by),
  merge,
  async apply(bulk, reader, { now }) {
    await makeSurveys(bulk, reader as ResponseReader, now);
    await bulk.query(keepChanges, [now]);
    await bulk.query(forgetReadings);
    await bulk.query(write, [now]);
    await bulk.query(touchDays);
  },
  topic: 'responses',
};

async function makeSurveys(bulk: Bulk, reader: ResponseReader, now: Date): Promise<void> {
  const wanted = await bulk.query(
    `SELECT DISTINCT ON (m.survey) m.survey, m.title, m.metric FROM merged m
      WHERE NOT EXISTS (SELECT 1 FROM "Survey" v WHERE v.key = m.survey) ORDER BY m.survey, m.line`,
  );
  for (const { survey, title, metric } of wanted) {
    const id = v7();
    const definition = JSON.stringify(definitionOf(reader, String(metric)));
    const named = JSON.stringify({ zh: title, en: title });
    await bulk.query(
      `INSERT INTO "Survey" (id, key, title, metric, definition, active, "createdAt") VALUES ($1::uuid, $2, $3::jsonb, $4, $5::jsonb, false, $6)`,
      [id, survey, named, metric, definition, now],
    );
    await bulk.query(
      `INSERT INTO "SurveyVersion" (id, "surveyId", version, title, metric, definition, "createdAt")
       VALUES ($1::uuid, $2::uuid, 1, $3::jsonb, $4, $5::jsonb, $6)`,
      [v7(), id, named, metric, definition, now],
    );
  }
}

/** The questions that the file answers, so that its answers can be read like any. */
function definitionOf(reader: ResponseReader, metric: string): object {
  const { min: rateMin, max: rateMax } = scaleOf(metric)!;
  const score = { type: 'rating', name: SCORE, title: reader.question, isRequired: true, rateMin, rateMax };
  const others = reader.questions.map(({ name, title }) => ({ type: 'comment', name, title }));
  return {
    pages: [{ name: 'page', elements: [score, { type: 'comment', name: 'comment', title: 'Comment' }, ...others] }],
  };
}
