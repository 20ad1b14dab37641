/** The version of the question below: it is kept with every answer. A change of the words is a new version. */
export const CARE_WORDING = 'care@2';

const zh = {
  ask: '以后有保养提醒、生日心意或新品，或想请您评价一下，可以在这里发给您吗？一周最多一条，晚上不打扰，回一句“退订”就停。',
  askButtons: ['可以', '不用了'],
  help: '这里问的是：店里能不能主动给您发消息。不答应也不影响任何服务。',
  granted: '好，记下了。什么时候不想收了，回“退订”就行。',
  refused: '好，不主动打扰您。',
  stopped: '已经为您退订：以后不会再主动给您发消息。您有事随时说，我照样在。',
  shown: (care: boolean): string =>
    care
      ? '您同意过我们主动给您发消息（保养提醒、生日心意、新品、请您评价）。回“退订”就停。'
      : '您没有订阅任何消息，我们不会主动打扰您。',
  startButtons: ['订阅消息'],
};

const en: typeof zh = {
  ask: 'May I write to you here about maintenance, a birthday treat or something new, or to ask how you like it? One message a week at most, none at night, and “STOP” ends it.',
  askButtons: ['Yes', 'No thanks'],
  help: 'The question is whether the shop may write to you of its own accord. Saying no changes nothing else.',
  granted: 'Noted, thank you. Whenever you have had enough, say “STOP”.',
  refused: 'All right, I will not disturb you.',
  stopped:
    'You are unsubscribed: we will not write to you of our own accord any more. I am here whenever you need something.',
  shown: (care) =>
    care
      ? 'You agreed that we may write to you (maintenance, birthday, something new, asking how you like it). “STOP” ends it.'
      : 'You are not subscribed to anything: we do not write to you of our own accord.',
  startButtons: ['Subscribe'],
};

/** Words for asking whether the shop may write, and for ending it. */
export const replies = { zh, en };
