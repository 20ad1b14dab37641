import { isDeepStrictEqual } from 'node:util';
import type { Language } from '#ai/reading.ts';
import type { DialogServices } from '../dialogModule.ts';
import type { State } from './state.ts';

/** What was answered by link since the chat asked, and what that leaves. */
export interface Meanwhile {
  state: State;
  /** The open question was not answered there. */
  takes: boolean;
  /** There is more to ask. */
  left: boolean;
}

/** What was answered by link since this was asked: it stays as it is; undefined: nothing was. */
export async function meanwhileOf(
  { responses, surveys }: DialogServices,
  state: State,
  language: Language,
): Promise<Meanwhile | undefined> {
  const given = await responses.ofInvitation(state.invitationId);
  const isWhole = !state.only && given?.open === 0;
  if (!given || (!isWhole && isDeepStrictEqual(given.answers, state.answers))) return undefined;
  const answers = given.answers as State['answers'];
  if (state.only) return { state: { ...state, answers }, takes: true, left: false };
  const form = await surveys.form(state.surveyId, state.version, language);
  const open = form.open(answers, state.passed).map(({ place }) => place);
  // What was left out in a form that was sent is not asked any more.
  const out = given.open === 0 ? open.filter((place) => place !== state.place) : [];
  const passed = [...state.passed, ...out];
  const left = given.open > 0 && open.length > 0;
  return { state: { ...state, answers, passed, chosen: [] }, takes: open.includes(state.place), left };
}
