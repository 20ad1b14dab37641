import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '还可发送',
  left: (left: number, allowed: number) => `还可发 ${left} 条（共 ${allowed} 条）`,
  until: (time: string) => `${time} 前`,
  refusals: {
    spent: '本轮条数已用完，客户再来消息后才能发送',
    closed: '可发送的时间已过，客户再来消息后才能发送',
    never: '客户还没有来过消息，暂不能发送',
    kept: '剩余条数留给更重要的回复',
    left: '客户已取消关注，收不到消息',
    blocked: '客户拒收消息',
  },
  held: (count: number) => `${count} 条消息等客户再来时发出`,
};

/** Words of what a channel still takes. */
export const messageBudgetTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'May still send',
    left: (left, allowed) => `${left} of ${allowed} messages left`,
    until: (time) => `until ${time}`,
    refusals: {
      spent: 'All messages are used; more can be sent once the customer writes again',
      closed: 'The time to write is over; more can be sent once the customer writes again',
      never: 'The customer has not written here yet, so nothing can be sent',
      kept: 'What is left is kept for more important answers',
      left: 'The customer does not follow us any more and gets no messages',
      blocked: 'The customer refuses messages',
    },
    held: (count) =>
      count === 1
        ? '1 message waits until the customer writes again'
        : `${count} messages wait until the customer writes again`,
  },
};
