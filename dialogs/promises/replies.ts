import { spaced } from '../spaced.ts';

/** A promise in a list: who gave it, the words, by when, and how it stands. */
interface Line {
  who: string | null;
  text: string;
  by: string;
}

type State = 'open' | 'late' | 'kept' | 'keptLate' | 'broken' | 'withdrawn';

const zh = {
  made: (who: string, text: string, by: string) =>
    `**${who}答应您**：${text}\n\n最晚${spaced(by).trimEnd()}。我会盯着这件事。`,
  moved: (who: string, text: string, by: string) =>
    `${who}答应您的事（${text}）要改到${spaced(by)}之前，让您久等了，抱歉。`,
  kept: (who: string, text: string) => `${who}答应您的事办好了：${text}`,
  late: (who: string, text: string) =>
    `${who}答应您的事（${text}）到时间了还没办好，很抱歉。我已经催了，有结果马上告诉您。`,
  lateBot: (text: string) => `我说过${text}，到时间了还没做到，很抱歉。我已经再次提醒同事。`,
  withdrawn: (who: string, text: string) =>
    `${who}之前答应您的事（${text}）有变化，暂时办不到，很抱歉。想了解原因请说“转人工”。`,
  list: (count: number) => (count === 1 ? '我们答应您的有这一件：' : `我们答应您的有这 ${count} 件：`),
  line: ({ who, text, by }: Line) => `${who ? `${who}：` : ''}${text}${by ? `（最晚${spaced(by).trimEnd()}）` : ''}`,
  states: {
    open: '还在办',
    late: '已经超时，我们在催',
    kept: '办好了',
    keptLate: '办好了，比说好的晚',
    broken: '没有做到，很抱歉',
    withdrawn: '办不到，已经跟您说明',
  } satisfies Record<State, string>,
  none: '目前没有答应了您、还没办的事。要是同事答应过您什么而这里没有，请说“转人工”，我请他们核对。',
  noneButtons: ['转人工'],
  colleague: '同事',
};

const en: typeof zh = {
  made: (who, text, by) => `**${who} promised you**: ${text}\n\nBy ${by} at the latest. I am keeping an eye on it.`,
  moved: (who, text, by) =>
    `What ${who} promised you (${text}) will be done by ${by}. I am sorry that you have to wait.`,
  kept: (who, text) => `What ${who} promised you is done: ${text}`,
  late: (who, text) =>
    `What ${who} promised you (${text}) was due by now and is not done. I am sorry. I have reminded them and will tell you as soon as it is.`,
  lateBot: (text) =>
    `I told you that ${text}. That has not happened in time. I am sorry; I have reminded my colleagues.`,
  withdrawn: (who, text) =>
    `What ${who} promised you (${text}) cannot be done after all. I am sorry. To hear why, just say “a person”.`,
  list: (count) => (count === 1 ? 'This is what we promised you:' : `These ${count} things are what we promised you:`),
  line: ({ who, text, by }) => `${who ? `${who}: ` : ''}${text}${by ? ` (by ${by} at the latest)` : ''}`,
  states: {
    open: 'still to be done',
    late: 'late; we are pressing for it',
    kept: 'done',
    keptLate: 'done, later than we said',
    broken: 'not done. I am sorry',
    withdrawn: 'not possible, as you were told',
  },
  none: 'There is nothing that we promised you and still owe you. If a colleague promised you something that is missing here, say “a person” and they will look into it.',
  noneButtons: ['A person, please'],
  colleague: 'A colleague',
};

export const replies = { zh, en };
