import { spaced } from './spaced.ts';

const zh = {
  restarted: '刚才的步骤因为系统升级中断了，抱歉。我们从您这句话重新开始。',
  cancelled: '好的，这件事先不办了，什么都没有提交。还有别的需要，直接告诉我就好。',
  noted: '好的，我知道了。',
  nothingToCancel: '好的，有需要随时叫我。',
  generalHelp: '您可以直接回答上面的问题；也可以说“取消”“返回”，或者说“转人工”找我们的同事。',
  nothingBefore: '这已经是第一步了。不想继续的话，说“取消”就行。',
  cannotSkip: '这一项跳不过去，得请您回答一下；不想继续就说“取消”。',
  alsoKept: (quotes: string[]) =>
    `您另外说的${quotes.map((quote) => `“${quote}”`).join('、')}我也记下了，这件说完就办。`,
  youAlsoAsked: '您刚才还问了一个问题，点一下我就回答：',
  nothingSaid: '我在。您想了解产品，还是有什么需要我们处理？',
  photoOnly: '照片收到了。您是想反映产品的问题，还是想问点什么？',
  voiceOnly: '语音收到了，可惜我还听不懂语音。麻烦您打字告诉我；想请同事来听，就说“转人工”。',
  chooseByNumber: '回复数字即可：',
  chooseByLetter: '回复字母即可：',
  chooseByEither: '回复前面的数字或字母即可：',
  somethingWaits: '您有一条新回复，请回到对话查看',
  form: {
    open: (url: string) => `在这个页面填写（7 天内有效，只能提交一次）：\n${url}`,
    send: '提交',
    thanks: '收到了，谢谢。接下来的回复在我们的对话里。',
    missing: '这一项要填。',
    files: '文件没有收下：每个 10 MB 以内，最多 10 个，图片、视频、声音或 PDF。请重新选择；别的都还在。',
    gone: '这个表单已经失效。需要的话，回到对话里告诉我们。',
  },
  file: {
    consent: '给您的文件。收下后会存到您的 OneDrive。',
    declined: (name: string, url: string | undefined) =>
      url ? `好的，没有存。要看“${name}”，一天内可以打开：${url}` : `好的，没有存“${name}”。需要的话，说一声再发给您。`,
    failed: (name: string, url: string | undefined) =>
      url
        ? `“${name}”没能存进您的 OneDrive，一天内可以从这里打开：${url}`
        : `“${name}”没能存进您的 OneDrive，抱歉。需要的话，说一声再发给您。`,
  },
  mailSubject: (shop: string) => `${shop}给您的消息`,
  mailWhoSubject: '请回复这封邮件',
  mailWho: (shop: string) =>
    `您好，这里是${spaced(shop)}。我们收到一封署名是您这个地址的邮件，但还不能确定是您本人写的。如果是您，直接回复这封邮件（写什么都行），我们马上处理；如果不是您，不用理会，我们什么都不会做。`,
  openAgain: '这个链接用过了，或者已经过期。请回到微信里的对话，再点一次。',
  photoButtons: ['产品出了问题', '转人工'],
  startButtons: ['有哪些产品？', '我要投诉', '转人工'],
  personButtons: ['转人工'],
  notUnderstoodAside: '这个我答不上来；需要的话说“转人工”。我们先把这件事办完：',
  notUnderstood: (shop: string) =>
    `这个我没太明白，也可能超出了我会的范围。我能回答${spaced(shop)}的产品问题、登记投诉、记住您的喜好，也可以请同事来。换个说法试试？`,
  fault: '抱歉，系统刚才出了点问题，这条消息没能处理。我已经通知同事跟进；您也可以过一会儿再发一次，或者说“转人工”。',
  stillNotUnderstood: '抱歉，我还是没听懂。不想让您白费口舌，要不要直接找我们的同事？',
};

const en: typeof zh = {
  restarted:
    'Sorry, an update of our system interrupted what we were doing. Let us start again from what you just said.',
  cancelled: 'All right, we leave it there. Nothing was submitted. If there is anything else, just tell me.',
  noted: 'All right, noted.',
  nothingToCancel: 'All right. I am here when you need me.',
  generalHelp:
    'You can simply answer the question above, say “cancel” or “back”, or say “a person” to reach a colleague.',
  nothingBefore: 'This is the first step already. If you would rather not go on, say “cancel”.',
  cannotSkip: 'This one I cannot skip, I need your answer here. If you would rather not go on, say “cancel”.',
  alsoKept: (quotes) =>
    `I have also noted ${quotes.map((quote) => `“${quote}”`).join(' and ')}; we come to that right after this.`,
  youAlsoAsked: 'You asked something else before. Tap it and I will answer:',
  nothingSaid: 'I am here. Is it about a product, or is there something we should take care of?',
  photoOnly: 'I have your photo. Is something wrong with a product, or would you like to ask something?',
  voiceOnly:
    'I have your voice message, but I cannot listen to it yet. Please type it, or say “a person” if a colleague should listen.',
  chooseByNumber: 'Answer with the number:',
  chooseByLetter: 'Answer with the letter:',
  chooseByEither: 'Answer with the number or letter:',
  somethingWaits: 'A new reply waits',
  form: {
    open: (url: string) => `Fill it in on this page (for 7 days, it can be sent once):\n${url}`,
    send: 'Send',
    thanks: 'We have it, thank you. The answer comes in our conversation.',
    missing: 'Please fill this in.',
    files:
      'The files were not taken: up to 10, of 10 MB each; pictures, film, sound or PDF. Please choose again; the rest is still there.',
    gone: 'This form cannot be used any more. If you still need it, tell us in the conversation.',
  },
  file: {
    consent: 'A file for you. If you accept, it is saved to your OneDrive.',
    declined: (name: string, url: string | undefined) =>
      url
        ? `All right, it was not saved. For a day you can open “${name}” here: ${url}`
        : `All right, “${name}” was not saved. If you need it, say so and we send it again.`,
    failed: (name: string, url: string | undefined) =>
      url
        ? `“${name}” could not be saved to your OneDrive. For a day you can open it here: ${url}`
        : `Sorry, “${name}” could not be saved to your OneDrive. If you need it, say so and we send it again.`,
  },
  mailSubject: (shop: string) => `A message from ${shop}`,
  mailWhoSubject: 'Please answer this mail',
  mailWho: (shop: string) =>
    `Hello, this is ${shop}. We received a mail in the name of your address and cannot tell yet whether it was you who wrote it. If it was, just answer this mail (with any words) and we take care of it at once. If it was not, there is nothing to do: we have not acted on it.`,
  openAgain: 'This link was used, or is too old. Please go back to the conversation in WeChat and tap it again.',
  photoButtons: ['I have a complaint', 'Talk to a person'],
  startButtons: ['What products do you have?', 'I have a complaint', 'Talk to a person'],
  personButtons: ['Talk to a person'],
  notUnderstoodAside: 'That I cannot answer; say “a person” if you would like a colleague. Let us finish this first:',
  notUnderstood: (shop: string) =>
    `I did not quite get that, or it is beyond what I can do. I can answer questions about ${shop} products, take a complaint, remember what you like, or fetch a colleague. Could you put it another way?`,
  fault:
    'Sorry, something went wrong on our side and I could not handle that message. A colleague has been told. You can try again in a moment, or say “a person”.',
  stillNotUnderstood: 'Sorry, I still do not follow. I do not want to waste your time: shall I get a colleague?',
};

/** What the bot says around the dialogs of the modules. */
export const replies = { zh, en };
