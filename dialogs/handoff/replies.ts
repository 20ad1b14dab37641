import type { QueuePlace } from '#crm/conversations/handoffQueue.ts';
import { spaced } from '../spaced.ts';

interface Arrival {
  /** By when a person answers, as one says it. */
  by: string;
  hours: string;
  hotline: string;
}

const zh = {
  offer: '要我请同事来回答您吗？',
  offerButtons: ['好的，找同事', '不用了'],
  offerHelp: '说“好的”，我就把您的问题转给同事，他们会在这里回复您。',
  declined: '好的。想找人的时候随时说“转人工”。',
  comingNow: ({ by }: Arrival) =>
    `好的，已经帮您叫同事了，最晚${spaced(by)}会在这里回复您。前面说的都会转过去，您不用再讲一遍。等的时候有别的问题，也可以继续问我。`,
  comingLater: ({ by, hours, hotline }: Arrival) =>
    `好的，已经帮您转给同事了。现在同事下班了，服务时间是${hours}；他们一上班就会在这里回复您，最晚${by}。前面说的都会转过去，您不用再讲一遍。${hotline ? `急事可以打 ${hotline}。` : ''}`,
  place: ({ place, waitMinutes, here }: QueuePlace) =>
    `${place === 1 ? '下一位就是您' : `您前面还有 ${place - 1} 位`}${
      !here ? '；同事这会儿不在座位上，已经通知他们了' : waitMinutes ? `，大约要等 ${waitMinutes} 分钟` : ''
    }。`,
  transferred: (name: string) => `我请${name}接着为您处理，前面说的都转过去了，您不用再讲一遍。`,
  toTeam: (team: string) =>
    `您的问题由${spaced(team)}来处理更合适，我已经转给他们，您的位置保留着；前面说的都转过去了，您不用再讲一遍。`,
  requeued: '让您久等了。刚才的同事这会儿没能回复，我已经请其他同事来接，您的位置保留着。有别的问题也可以先问我。',
  numberWelcome: '如果您更希望接电话，把号码发给我就行。',
  alreadyComing: ({ by, hours }: Arrival) =>
    `我没忘，您的请求已经在同事手里，最晚${spaced(by)}回复您。服务时间是${hours}。有要补充的直接写在这里，他们都看得到。`,
  contactKept: (contact: string) => `记下了：${contact}。同事会用它联系您。`,
  contactHelp: '把电话或邮箱发给我，同事就用它联系您；不发也没关系，他们会在这里回复。',
  stays: '好的。已经转给同事的事不受影响，他们会在这里回复您。',
  released: '我是智能助手，同事已经把对话交还给我了。还有什么要办的，直接告诉我。',
  releasedFromFlow: '我是智能助手，同事已经把对话交还给我了。之前没办完的步骤我先收起来了，需要的话我们重新开始。',
  taskTitle: '客户想找人工',
  questionTitle: '客户的问题等人回答',
  promise: '同事会在这里回复您',
};

const en: typeof zh = {
  offer: 'Shall I ask a colleague to answer you?',
  offerButtons: ['Yes, a colleague please', 'No thanks'],
  offerHelp: 'Say “yes” and I pass your question to a colleague, who will answer you here.',
  declined: 'All right. Whenever you want a person, just say “a person”.',
  comingNow: ({ by }: Arrival) =>
    `Of course. I have called a colleague, who will answer you here by ${by} at the latest. They can see all of this, so you need not repeat anything. Meanwhile you can go on asking me.`,
  comingLater: ({ by, hours, hotline }: Arrival) =>
    `Of course, I have passed it on. My colleagues are off at the moment; their hours are ${hours}. Once they are back, one of them will answer you here, by ${by} at the latest. They can see all of this, so you need not repeat anything.${hotline ? ` If it cannot wait, call ${hotline}.` : ''}`,
  place: ({ place, waitMinutes, here }: QueuePlace) =>
    `${place === 1 ? 'You are next.' : place === 2 ? 'One person is before you.' : `${place - 1} people are before you.`}${
      !here
        ? ' Nobody is at the desk just now; my colleagues have been told.'
        : waitMinutes
          ? ` The wait is about ${waitMinutes} ${waitMinutes === 1 ? 'minute' : 'minutes'}.`
          : ''
    }`,
  transferred: (name: string) =>
    `${name} is taking over for you and can see all that was said, so you need not repeat anything.`,
  toTeam: (team: string) =>
    `Our team “${team}” knows this best, so I have passed you on to them. You keep your place, and need not repeat anything.`,
  requeued:
    'I am sorry that you have to wait. My colleague cannot answer just now, so I have called the others; you keep your place. Meanwhile you can ask me anything else.',
  numberWelcome: 'If you would rather have a call, just send me your number.',
  alreadyComing: ({ by, hours }: Arrival) =>
    `I have not forgotten: a colleague has your request and will answer by ${by} at the latest. Our hours are ${hours}. If there is more to say, write it here; they will see it.`,
  contactKept: (contact: string) => `Noted: ${contact}. My colleague will use it to reach you.`,
  contactHelp:
    'Send me a phone number or mail address and my colleague will use it. Or leave it: they will answer here.',
  stays: 'All right. What I passed on stays with my colleagues; they will answer you here.',
  released:
    'This is the assistant again: my colleague has handed the conversation back to me. What else can I do for you?',
  releasedFromFlow:
    'This is the assistant again: my colleague has handed the conversation back to me. I have put away the step that was open; we can start it again if you like.',
  taskTitle: 'A customer asks for a person',
  questionTitle: 'A question waits for a person',
  promise: 'a colleague will answer you here',
};

export const replies = { zh, en };
