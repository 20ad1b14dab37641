const zh = {
  channels: {
    directline: '网页',
    wechat: '微信公众号',
    wecom: '微信客服',
    msteams: 'Teams',
    mail: '邮件',
    smsgateway: '短信',
  } as Record<string, string>,
  otherChannel: '您用过的另一处',
  nothing: '我这里没有保存您的任何信息：您还没有留下过什么。',
  askErase:
    '我可以把您的全部信息删掉：聊天记录、姓名、电话、偏好、投诉内容、照片和文件。删了就**找不回来**，未办完的投诉和任务也会停下；只留下不带您信息的数字（比如评分）。\n\n确定要全部删除吗？',
  eraseButtons: ['确定，全部删除', '先不删'],
  eraseHelp:
    '说“确定，全部删除”，几分钟内就删干净，这段对话也到此结束；说“先不删”就什么都不动。想先看看有什么，说“导出我的数据”。',
  erasing: '好的。几分钟内会全部删除，这段对话也会随之结束。谢谢您一直以来的信任。',
  kept: '好的，什么都没有删。',
  askCode: (channels: string) =>
    `您的档案里不止这一个账号。为了确认是您本人，请到另一处（${channels}）对我说“关联账号”，我会在那里给您一个码，15 分钟内写到这里。`,
  askSentCode: (place: string) =>
    `您的档案里不止这一个账号。为了确认是您本人，我刚把一个码发到了您的${place}。请在 15 分钟内把它写到这里。`,
  sentCode: (code: string) =>
    `您的验证码是 **${code}**，15 分钟内有效。请把它写到您正在和我们聊天的地方。如果不是您本人在操作，请不要理会，也不要告诉别人。`,
  codeMaybeSent: (address: string) =>
    `如果 ${address} 和我们有过联系，一个码正发过去。请在 15 分钟内把它写到这里，两边的记录就合成一份。`,
  codeButtons: ['我用不了另一处', '算了'],
  codeHelp: '只有能看到您另一个账号的人，才能做这件事。到那里说“关联账号”，把得到的码（如 K7QM-3WPD）写到这里。',
  wrongCode: '这个码不对，或者已经过期。请到另一处重新说“关联账号”，拿一个新的。',
  byStaff: '好的，我请同事来核实您的身份，再为您办理。法律给我们的时间是 15 个工作日，我们会尽快。',
  taskErase: '核实身份后删除客户的全部信息',
  taskCopy: '核实身份后把个人信息副本交给客户',
  copy: (link: string) =>
    `您的信息在这里，打开就会下载：${link}\n\n链接只能用一次，24 小时内有效。里面有可以阅读的页面、机器可读的 data.json，和您发来的文件。`,
  tooMany: '今天已经给过您五份了，请明天再来。',
  code: (code: string) =>
    `您的关联码是 **${code}**。15 分钟内，到您用过的另一处（网页、微信、Teams）写给我，两边的记录就合成一份。请不要告诉别人。`,
  joined: '好了，两边的记录已经合成一份，以后在哪里找我都一样。不是您要的？请说“转人工”，可以原样拆开。',
  alreadyJoined: '两边的记录本来就是一份。',
  unknownCode: '这个码我不认识：可能用过了，或者过了 15 分钟。请到另一处说“关联账号”，重新拿一个。',
};

const en: typeof zh = {
  channels: {
    directline: 'our web page',
    wechat: 'WeChat',
    wecom: 'WeChat service chat',
    msteams: 'Teams',
    mail: 'mail',
    smsgateway: 'text messages',
  },
  otherChannel: 'the other place that you use',
  nothing: 'I have nothing on record about you: you have not left anything yet.',
  askErase:
    'I can delete everything about you: our conversations, your name, phone number, preferences, complaints, photos and files. It **cannot be brought back**, and complaints and tasks that are under way end. Only numbers that say nothing about you (such as ratings) remain.\n\nShall I really delete everything?',
  eraseButtons: ['Yes, delete everything', 'Not now'],
  eraseHelp:
    'Say “yes, delete everything” and it is gone within minutes, this conversation too. Say “not now” and nothing changes. To see first what there is, say “export my data”.',
  erasing:
    'All right. Everything will be deleted within minutes, and this conversation ends with it. Thank you for your trust.',
  kept: 'All right, nothing was deleted.',
  askCode: (channels) =>
    `Your record has more accounts than this one. So that I know it is you: please say “link my accounts” to me at the other place (${channels}). I give you a code there; write it here within 15 minutes.`,
  askSentCode: (place) =>
    `Your record has more accounts than this one. So that I know it is you, I have just sent a code to you by ${place}. Please write it here within 15 minutes.`,
  sentCode: (code) =>
    `Your code is **${code}**; it works for 15 minutes. Write it where you are chatting with us. If that is not you, ignore this, and tell it to nobody.`,
  codeMaybeSent: (address) =>
    `If ${address} has been in touch with us, a code is on its way there. Write it here within 15 minutes, and both records become one.`,
  codeButtons: ['I can’t use the other one', 'Never mind'],
  codeHelp:
    'Only somebody who can read your other account may do this. Say “link my accounts” there and write the code that you get (such as K7QM-3WPD) here.',
  wrongCode:
    'That code is not right or has run out. Please say “link my accounts” at the other place again and use the new one.',
  byStaff:
    'All right, a colleague will make sure that it is you and then see to it. The law gives us 15 working days; we will be quicker.',
  taskErase: 'Make sure who asks, then erase everything about the customer',
  taskCopy: 'Make sure who asks, then hand over the copy of personal data',
  copy: (link) =>
    `Here is what we keep about you; opening it downloads it: ${link}\n\nThe link works once, within 24 hours. It holds pages to read, data.json for machines, and the files that you sent.`,
  tooMany: 'I have given you five copies today; please come back tomorrow.',
  code: (code) =>
    `Your code is **${code}**. Write it to me within 15 minutes at the other place that you use (web page, WeChat, Teams), and both records become one. Please do not tell it to anybody.`,
  joined:
    'Done: both records are one now, wherever you talk to me. Not what you wanted? Say “a person”; it can be undone exactly.',
  alreadyJoined: 'Both are one record already.',
  unknownCode:
    'I do not know this code: it may be used already or older than 15 minutes. Please say “link my accounts” at the other place to get a new one.',
};

export const replies = { zh, en };
