import type { TurnContext } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import { SCORE } from '#crm/surveys/definition.ts';
import type { Question } from '#crm/surveys/question.ts';
import type { Invitation } from '#prisma/client.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';
import type { State } from './state.ts';

/** So many questions are asked one by one in a channel that counts messages. */
const IN_CHAT = 3;

/** What a survey is begun with: a wish of the customer, the end of help, an invitation that is due, or one that was left half done. */
export interface SurveyOptions extends Partial<WishOptions> {
  /** At the end of help: whom and what it is about. */
  ended?: { surveyId: string; cause: string; rated: string; productId?: string };
  /** An invitation that was sent, or is to be said again. */
  invitationId?: string;
  remind?: boolean;
  /** One that was left for other talk. */
  resume?: string;
}

/** The first question's state, with what stands before it. */
export interface Begun {
  state: State;
  lead?: string | undefined;
  /** Whether the question goes on in the same line. */
  joined?: boolean;
}

/** Finds or makes the invitation and the first open question. Undefined: there is nothing to ask, and that was said where it must be. */
export async function begin(
  context: TurnContext,
  services: DialogServices,
  options: SurveyOptions,
): Promise<Begun | undefined> {
  const { language } = heardOf(context);
  const words = replies[language];
  const { wish, ended, resume } = options;
  if (ended) {
    const begun = await opened(context, services, await atEnd(context, services, ended), { own: false });
    return begun && { ...begun, lead: words.last, joined: true };
  }
  if (resume) {
    // Filled in by link since then: there is nothing to take up.
    if ((await services.responses.ofInvitation(resume))?.open === 0) return undefined;
    const begun = await opened(context, services, await services.invitations.get(resume), { own: false });
    if (!begun) return undefined;
    const form = await services.surveys.form(begun.state.surveyId, begun.state.version, language);
    const left = form.open(begun.state.answers).length;
    const { title } = await services.surveys.get(begun.state.surveyId);
    const isNew = Object.keys(begun.state.answers).length === 0;
    return { state: { ...begun.state, resumed: true }, lead: isNew ? words.invite(title[language]) : words.goOn(left) };
  }
  if (options.invitationId) return due(context, services, options);
  const invitation = wish && (await wished(context, services));
  if (!invitation) {
    await say(context, words.closed);
    return undefined;
  }
  return opened(context, services, invitation, { own: false });
}

async function atEnd(context: TurnContext, services: DialogServices, ended: NonNullable<SurveyOptions['ended']>) {
  const { conversationId, customer, channel } = turnOf(context);
  const { surveyId, ...about } = ended;
  const survey = await services.surveys.get(surveyId);
  return services.invitations.invite({ survey, conversationId, customerId: customer.id, channel, ...about });
}

/** What the customer may mean by "I want to rate you": what was asked here last while that can be answered or changed, else the survey at the end of help. */
async function wished(context: TurnContext, services: DialogServices): Promise<Invitation | undefined> {
  const { conversationId, customer, channel, now } = turnOf(context);
  const asked = await services.invitations.lastIn(conversationId);
  if (asked && now <= (await openUntil(services, asked))) return asked;
  const survey = (await services.surveys.running()).find(({ asking }) => asking.trigger === 'conversationSolved');
  if (!survey || !customer.id) return undefined;
  const cause = await services.invitations.talk(conversationId);
  const rated = await services.invitations.helper(conversationId);
  return services.invitations.invite({ survey, cause, conversationId, customerId: customer.id, rated, channel });
}

/** Until when it can be answered, or its answer changed: a conversation on a messenger goes on for years. */
async function openUntil({ surveys, responses }: DialogServices, asked: Invitation): Promise<Date> {
  const given = await responses.ofInvitation(asked.id);
  return given ? responses.editableUntil(await surveys.get(asked.surveyId), given) : (asked.expiresAt ?? new Date(0));
}

/** A survey that the clock sends, or says again: its lead tells why it comes. */
async function due(context: TurnContext, services: DialogServices, options: SurveyOptions): Promise<Begun | undefined> {
  const { language } = heardOf(context);
  const words = replies[language];
  const invitation = await services.invitations.get(options.invitationId!);
  const begun = await opened(context, services, invitation, { own: true });
  if (!begun || begun.state.only) return undefined;
  const { title } = await services.surveys.get(invitation.surveyId);
  // Where every message counts, many questions are one link; in a mail each score is one.
  const form = await services.surveys.form(begun.state.surveyId, begun.state.version, language);
  const open = form.open(begun.state.answers);
  const { channel } = turnOf(context);
  const many = channel === 'mail' || (open.length > IN_CHAT && channel !== 'directline');
  const address = many ? await services.surveyLinks.addressOf(invitation.id) : null;
  if (address) {
    const text = channel === 'mail' ? mailed(open[0], title[language], address, language) : undefined;
    const parts = { buttons: [words.refuse], purpose: 'survey' as const };
    await say(context, text ?? words.byLink(title[language], address), parts);
    return undefined;
  }
  const lead = options.remind
    ? words.remind(title[language])
    : invitation.followsId
      ? words.again
      : words.invite(title[language]);
  return { ...begun, lead };
}

/** The first question with a link for each score, where the page takes it from one (web/survey/form.tsx). */
function mailed(first: Question | undefined, title: string, address: string, language: Language): string | undefined {
  if (first?.name !== SCORE || first.kind !== 'scale') return undefined;
  const { ends, choices } = first;
  const figures = choices.map(({ value }) => Number(value));
  const asked = [
    first.title,
    ends && replies[language].ends(ends.low, ends.high, Math.min(...figures), Math.max(...figures)),
  ];
  const scores = choices.map(({ value, text }) => ({
    label: text === String(value) ? text : `${value} ${text}`,
    link: `${address}?score=${value}`,
  }));
  return replies[language].byMail(title, asked.filter(Boolean).join(''), scores);
}

/** The state at the first open question; where all is answered, the score alone is asked again, to be changed. */
async function opened(
  context: TurnContext,
  services: DialogServices,
  invitation: Invitation,
  { own }: { own: boolean },
): Promise<Begun | undefined> {
  const given = await services.responses.ofInvitation(invitation.id);
  const answers = (given?.answers ?? {}) as State['answers'];
  const { surveyId } = invitation;
  const version = given?.version ?? invitation.version;
  const form = await services.surveys.form(surveyId, version, heardOf(context).language);
  const [next] = form.open(answers);
  const question = next && (!given || given.open > 0) ? next : form.first(answers);
  if (!question) return undefined;
  const only = given !== null && question !== next;
  const state = { invitationId: invitation.id, surveyId, version, answers, passed: [], place: question.place };
  return { state: { ...state, kind: question.kind, chosen: [], again: false, resumed: false, only, own } };
}
