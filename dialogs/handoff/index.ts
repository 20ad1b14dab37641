import { z } from 'zod';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { DialogEvent, DialogModule, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import type { SurveyOptions } from '../surveys/beginning.ts';
import { surveysDialogId } from '../surveys/surveysDialog.ts';
import { turnOf } from '../turn.ts';
import { examples } from './examples.ts';
import { HandoffDialog } from './handoffDialog.ts';
import { replies } from './replies.ts';

const personSchema = z.object({ staffId: z.string().optional() });

/** What was open is out of date, so it is put away. Returns whether something was. */
function putAway({ dc }: EventTurn): boolean {
  const wasOpen = dc.stack.length > 0;
  dc.stack.splice(0);
  const memory = memoryOf(dc.context);
  memory.pending = [];
  delete memory.handoffTaskId;
  return wasOpen;
}

/** A person gives the conversation back, and the customer is told. */
async function released(event: DialogEvent, turn: EventTurn): Promise<void> {
  const { dc } = turn;
  const words = replies[heardOf(dc.context).language];
  const wasOpen = putAway(turn);
  const memory = memoryOf(dc.context);
  // Whoever helped last is rated when the customer says thanks.
  const { staffId } = personSchema.parse(event.ids);
  if (staffId) memory.helped = { by: 'handoff', staffId };
  await say(dc.context, wasOpen ? words.releasedFromFlow : words.released);
}

/** People at the platform's own desk ended the talk: one more message may be sent, and it asks how they were. */
async function talkEnded(_event: DialogEvent, turn: EventTurn): Promise<void> {
  const { dc, services } = turn;
  putAway(turn);
  const { customer, conversationId } = turnOf(dc.context);
  const moment = customer.id ? await services.invitations.atEnd(conversationId, customer.id) : null;
  if (moment && !moment.reason) {
    const ended = { surveyId: moment.survey.id, cause: moment.cause, rated: 'otherDesk' };
    await dc.beginDialog(surveysDialogId, { ended } satisfies SurveyOptions);
  } else await say(dc.context, replies[heardOf(dc.context).language].released);
}

const passedToSchema = z.union([z.object({ name: z.string() }), z.object({ teamId: z.string() })]);

/** A colleague goes on with it, or a team does. */
async function transferred(event: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const { language } = heardOf(dc.context);
  const words = replies[language];
  const to = passedToSchema.parse(event.ids);
  if ('name' in to) return say(dc.context, words.transferred(to.name));
  const { team, holder } = await services.conversations.get(turnOf(dc.context).conversationId);
  // Somebody of the team may have taken it already: then they speak for themselves.
  if (holder !== 'person') await say(dc.context, team ? words.toTeam(inLanguage(team.name, language)) : words.requeued);
}

/** The person who had it could not answer: it waits for another, in its old place. */
async function requeued(_event: DialogEvent, { dc }: EventTurn): Promise<void> {
  await say(dc.context, replies[heardOf(dc.context).language].requeued);
}

/** How long still, and where in the queue. */
const asksHowLong =
  /^(?:请问|那|我|现在|大概|到底)*(?:还?(?:要|得|需要)?(?:再?等)(?:多久|多长时间|几分钟)|多久(?:才)?(?:能)?(?:轮到|有人|到我|来)|(?:什么时候|啥时候|几时)(?:能|才)?(?:轮到|有人|来人|到我)|(?:我)?(?:排|在)(?:队|到)?第?几|前面(?:还)?有(?:几|多少))|^(?:so |and )?(?:how (?:much )?long(?:er)?(?: (?:do|will|must|should|does|is|have)\b.*\b(?:wait|take|queue|it|turn|person|colleague|somebody|someone).*)?|what(?:'s| is) my (?:place|position|number).*|(?:where am i|how many (?:people )?are) .*(?:queue|line|before me|ahead).*|when (?:is it|will it be|do i get) my turn)\W*$/;

/** A person, please. */
export const handoff: DialogModule = {
  id: 'handoff',
  intents: examples,
  create: (services) => new HandoffDialog(services),
  // Who waits and asks how long is told anew; from anybody else it is a question about something else.
  claims: (context) =>
    memoryOf(context).handoffTaskId !== undefined && asksHowLong.test(normalise(heardOf(context).text)),
  events: { released, talkEnded, transferred, requeued },
};
