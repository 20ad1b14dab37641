import { spaced } from '../spaced.ts';

type State = 'understood' | 'inHand' | 'answered' | 'closed' | 'reopened';

const zh = {
  moved: (number: string, about: string) => `您的投诉 **${number}**（${about}）有进展：`,
  states: {
    understood: '同事已经了解清楚，正在定处理办法。',
    inHand: '已经在处理，有了结果马上告诉您。',
    answered: '同事已经给出答复。要是还不满意，跟我说一声，我请同事重新看。',
    closed: '已经办结。几天后同事会再问一次，看问题是不是真的解决了。',
    reopened: '已经重新打开，同事会再联系您。',
  } satisfies Record<State, string>,
  dateMoved: (number: string, about: string, by: string) =>
    `您的投诉 **${number}**（${about}）需要再多一点时间：最晚${spaced(by)}答复您。让您久等了，抱歉。`,
  late: (number: string, about: string) =>
    `您的投诉 **${number}**（${about}）本该这时候答复您，我们还没做到，很抱歉。我已经再次提醒负责的同事，有结果马上告诉您。`,
  fixed: (number: string, about: string) => `您反映的问题 **${number}**（${about}）查明原因，已经改好了：`,
  askSolved: (number: string) => `**${number}** 在您那边解决了吗？`,
  solvedButtons: ['解决了', '还没有'],
  solvedHelp: '问题不再出现就说“解决了”；还有问题就说“还没有”，同事会再联系您。',
  glad: '太好了，谢谢您告诉我们。',
  notYet: '明白了，我已经请同事尽快联系您。愿意的话，说说现在是什么情况。',
  later: '好的，想起来再告诉我也行。',
  unnamedProduct: '产品未注明',
};

const en: typeof zh = {
  moved: (number, about) => `There is news of your complaint **${number}** (${about}): `,
  states: {
    understood: 'we know what happened and are deciding how to put it right.',
    inHand: 'it is in hand. We will tell you as soon as there is a result.',
    answered: 'a colleague has answered it. If that does not satisfy you, tell me and we look at it again.',
    closed: 'it is closed. In a few days a colleague will ask once more whether it is really solved.',
    reopened: 'it is open again. A colleague will contact you.',
  },
  dateMoved: (number, about, by) =>
    `Your complaint **${number}** (${about}) needs a little more time: we will answer by ${by} at the latest. I am sorry that you have to wait.`,
  late: (number, about) =>
    `We should have answered your complaint **${number}** (${about}) by now and have not. I am sorry. I have reminded the colleague in charge and will tell you as soon as there is a result.`,
  fixed: (number, about) => `The cause of what you told us, **${number}** (${about}), was found and fixed: `,
  askSolved: (number) => `Is **${number}** solved for you?`,
  solvedButtons: ['It is solved', 'Not yet'],
  solvedHelp:
    'If it does not happen any more, say “solved”. If it does, say “not yet” and a colleague will contact you.',
  glad: 'I am glad. Thank you for telling us.',
  notYet: 'I see. I have asked a colleague to contact you soon. If you like, tell me how things stand now.',
  later: 'All right. You can tell me whenever you know.',
  unnamedProduct: 'product not named',
};

export const replies = { zh, en };
