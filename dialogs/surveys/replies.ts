const zh = {
  last: '最后问一句：',
  /** For a survey that comes by itself: one line of why. */
  invite: (title: string): string => `想请您花半分钟回答几个问题（${title}）。不想答就说“不评价”。`,
  remind: (title: string): string =>
    `上次想请您回答的几个问题（${title}），现在方便吗？只提醒这一次，不想答就说“不评价”。`,
  byLink: (title: string, link: string): string =>
    `想请您花一两分钟填一份小问卷（${title}）：\n${link}\n不想填就说“不评价”。`,
  /** A link for each score; the page asks before it is sent. */
  byMail: (title: string, question: string, scores: { label: string; link: string }[]): string =>
    `想请您花一两分钟填一份小问卷（${title}）。\n\n${question}\n${scores.map(({ label, link }) => `${label}：${link}`).join('\n')}\n\n点开后可以再写几句，确认后才提交。不想填就回复“不评价”。`,
  again: '上次的事我们回过电话之后，想再问您一次：',
  goOn: (left: number): string => `刚才的问卷还剩 ${left} 题，接着来：`,
  ends: (low: string, high: string, min: number, max: number): string => `（${min} 分是${low}，${max} 分是${high}）`,
  askAgain: '谢谢您告诉我。要换成分数的话，是几分？',
  offScale: (min: number, max: number): string => `这里请给 ${min} 到 ${max} 之间的整数。您给几分？`,
  chooseAgain: '没听明白您选哪一个，点一下或照着说就行：',
  numberAgain: '要一个数字才好记。大概是多少？',
  moreChoices: '记下了。还有吗？没有就说“选好了”。',
  refuse: '不评价',
  skip: '跳过',
  nothing: '没有了',
  chosen: '选好了',
  yes: '是',
  no: '否',
  help: '点星星，或者说“还行”“4 星”“九分”都可以；不想评就说“不评价”，想跳过这一题就说“跳过”。',
  textHelp: '想说的直接写下来，会原话转给负责的同事；没有就说“没有了”。',
  chooseHelp: '点一个按钮，或者说出您选的那一项；想跳过就说“跳过”，不想答了就说“取消”。',
  high: '谢谢您！',
  middle: '谢谢您的实话。',
  low: '让您失望了，很抱歉。我已经请同事来跟进，会有人联系您。',
  noted: '记下了。',
  optional: '（不想写就说“没有了”。）',
  thanksComment: '谢谢，原话我已经转过去了。',
  thanks: '好的，谢谢您的评价。',
  dismissed: '好的，不打扰您了。',
  never: '好的，不打扰您了，以后也不再请您评价。',
  stopped: '好的，先到这里，已经答的都记下了。谢谢您！',
  fixed: '这次的评价已经过了可以修改的时间，原来的那份我们留着。有新的想法直接告诉我就行。',
  changed: '改好了，谢谢您。',
  /** What a link was used for meanwhile. */
  hasIt: '这一题您在链接里答过了，已经记下。',
  hasAll: '您在链接里填的我们已经收到了，谢谢您！想改的话，说“我想改一下评价”就行。',
  closed: '现在没有要填的评价。有什么想说的，直接告诉我就行。',
};

const en: typeof zh = {
  last: 'One last question: ',
  invite: (title) =>
    `May I ask you a few questions? It takes half a minute (${title}). If you would rather not, say so.`,
  remind: (title) =>
    `Would now be a good time for the few questions I had (${title})? I will not ask again; if you would rather not, say so.`,
  byLink: (title, link) =>
    `May I ask you to fill in a short survey (${title})? It takes a minute or two:\n${link}\nIf you would rather not, say so.`,
  byMail: (title, question, scores) =>
    `May I ask you to fill in a short survey (${title})? It takes a minute or two.\n\n${question}\n${scores.map(({ label, link }) => `${label}: ${link}`).join('\n')}\n\nNothing is sent before you say so on the page. If you would rather not answer, reply “rather not say”.`,
  again: 'Now that somebody has called you about it, may I ask once more:',
  goOn: (left) => `There ${left === 1 ? 'is one question' : `are ${left} questions`} left from before. Let us go on:`,
  ends: (low, high, min, max) => `(${min} is ${low}, ${max} is ${high})`,
  askAgain: 'Thank you for telling me. How many points would that be?',
  offScale: (min, max) => `Whole numbers from ${min} to ${max} here, please. Which would you give?`,
  chooseAgain: 'I am not sure which one you mean. Tap it, or say it as it is written:',
  numberAgain: 'One figure, please. About how many would that be?',
  moreChoices: 'Noted. Anything else? If not, say “that is all”.',
  refuse: 'Rather not say',
  skip: 'Skip',
  nothing: 'Nothing else',
  chosen: 'That is all',
  yes: 'Yes',
  no: 'No',
  help: 'Tap a star, or say “ok”, “4 stars”, “nine out of ten”. If you would rather not, say so; “skip” goes to the next question.',
  textHelp:
    'Write whatever you want to say, and it goes to the people in charge word for word. If nothing, say “nothing else”.',
  chooseHelp: 'Tap a button or say which one. “Skip” goes on, “cancel” ends it.',
  high: 'Thank you!',
  middle: 'Thank you for being frank.',
  low: 'I am sorry we let you down. I have asked a colleague to look into it, and somebody will contact you.',
  noted: 'Noted.',
  optional: '(You need not write anything: “nothing else” is fine.)',
  thanksComment: 'Thank you, I have passed that on word for word.',
  thanks: 'All right, thank you for your rating.',
  dismissed: 'All right, no questions then.',
  never: 'All right, no questions then, and I will not ask for ratings again.',
  stopped: 'All right, we stop here. What you have answered is kept. Thank you!',
  fixed: 'That rating can no longer be changed; the one you gave is kept. If you see it differently now, just tell me.',
  changed: 'Changed, thank you.',
  hasIt: 'You have answered that one by the link; it is noted.',
  hasAll: 'We have what you filled in by the link. Thank you! If you would like to change it, say “change my rating”.',
  closed: 'There is nothing to rate just now. Whatever you would like to say, just tell me.',
};

export const replies = { zh, en };
