const zh = {
  made: (who: string, text: string, by: string) => `**${who}答应您**：${text}\n\n最晚 ${by}。我会盯着这件事。`,
  moved: (who: string, text: string, by: string) => `${who}答应您的事（${text}）要改到 ${by} 之前，让您久等了，抱歉。`,
  kept: (who: string, text: string) => `${who}答应您的事办好了：${text}`,
  late: (who: string, text: string) =>
    `${who}答应您的事（${text}）到时间了还没办好，很抱歉。我已经催了，有结果马上告诉您。`,
  withdrawn: (who: string, text: string) =>
    `${who}之前答应您的事（${text}）有变化，暂时办不到，很抱歉。想了解原因请说“转人工”。`,
};

const en: typeof zh = {
  made: (who, text, by) => `**${who} promised you**: ${text}\n\nBy ${by} at the latest. I am keeping an eye on it.`,
  moved: (who, text, by) =>
    `What ${who} promised you (${text}) will be done by ${by}. I am sorry that you have to wait.`,
  kept: (who, text) => `What ${who} promised you is done: ${text}`,
  late: (who, text) =>
    `What ${who} promised you (${text}) was due by now and is not done. I am sorry. I have reminded them and will tell you as soon as it is.`,
  withdrawn: (who, text) =>
    `What ${who} promised you (${text}) cannot be done after all. I am sorry. To hear why, just say “a person”.`,
};

export const replies = { zh, en };
