import { type CommentRead, createCommentReader } from '#ai/commentReader.ts';
import { EvaluationDataError, readRows } from '#ai/evaluation/rows.ts';
import { LanguageModelError } from '#ai/languageModel.ts';
import { speaksToTheReader } from '#ai/model/commentPrompt.ts';
import { createOpenaiModel } from '#ai/openaiModel.ts';
import type { Config } from '#bot/config.ts';
import { themes } from '#crm/surveys/comments/themes.ts';
import { commentRow } from './comments.ts';

const BATCH = 20;

/** Has the model that the settings name read a file's comments, as the job does; null: it gave no answer that could be used. */
export async function readByModel(file: string, { openai }: Config): Promise<(CommentRead | null)[]> {
  if (!openai?.model)
    throw new EvaluationDataError('--model needs OPENAI_MODEL, and a key or the address of a server.');
  const { apiKey = 'none', baseUrl, model } = openai;
  const reader = createCommentReader({ model: createOpenaiModel({ apiKey, baseUrl, model }), themes });
  const rows = readRows(file, commentRow).map(({ text }, place) => ({ text, place, secrets: [] }));
  const together = rows.filter(({ text }) => !speaksToTheReader(text));
  const alone = rows.filter(({ text }) => speaksToTheReader(text)).map((row) => [row]);
  const batches = Array.from({ length: Math.ceil(together.length / BATCH) }, (_, batch) =>
    together.slice(batch * BATCH, (batch + 1) * BATCH),
  );
  const read = rows.map((): CommentRead | null => null);
  for (const batch of [...batches, ...alone]) {
    try {
      for (const [at, said] of (await reader.read(batch)).entries()) read[batch[at]!.place] = said;
    } catch (fault) {
      if (!(fault instanceof LanguageModelError)) throw fault;
      if (fault.fault !== 'shape' && fault.fault !== 'cut')
        throw new EvaluationDataError(`The model gave no answer: ${fault.message}`);
    }
  }
  return read;
}
