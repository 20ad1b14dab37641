/** A message as an Official Account sends it; files are named by the upload's id until they are at WeChat. */
export type WechatMessage =
  | { type: 'text'; text: string }
  | { type: 'menu'; head: string; choices: { id: string; title: string }[] }
  | { type: 'news'; title: string; description: string; url: string; picture: string }
  | { type: 'image' | 'voice'; file: string }
  | { type: 'video'; file: string; title?: string };

/** The body of a customer-service message (…/api/customer/message/api_sendcustommessage); `mediaId` of a file. */
export function customMessage(openid: string, message: WechatMessage, mediaId?: string): object {
  const to = { touser: openid };
  switch (message.type) {
    case 'text':
      return { ...to, msgtype: 'text', text: { content: message.text } };
    case 'menu': {
      const list = message.choices.map(({ id, title }) => ({ id, content: title }));
      return { ...to, msgtype: 'msgmenu', msgmenu: { head_content: message.head, list } };
    }
    case 'news': {
      const { title, description, url, picture } = message;
      return { ...to, msgtype: 'news', news: { articles: [{ title, description, url, picurl: picture }] } };
    }
    case 'video':
      return { ...to, msgtype: 'video', video: { media_id: mediaId, title: message.title ?? '' } };
    default:
      return { ...to, msgtype: message.type, [message.type]: { media_id: mediaId } };
  }
}

/** What may be the answer to a push. */
export type PassiveMessage =
  | Exclude<WechatMessage, { type: 'menu' | 'video' }>
  /** WeChat's own people take the message: one of them, or whoever is free. */
  | { type: 'transfer'; account?: string | undefined };

/** Whether a message may be the answer to a push. */
export const isPassive = (message: WechatMessage): message is WechatMessage & PassiveMessage =>
  message.type !== 'menu' && message.type !== 'video';

/**
 * The answer to a push in XML (…/guide/product/message/Passive_user_reply_message.html), from the account to the person; `mediaId` of a
 * picture or a voice.
 */
export function passiveAnswer(
  push: { to: string; from: string },
  message: PassiveMessage,
  now: number,
  mediaId = '',
): string {
  const type = message.type === 'transfer' ? 'transfer_customer_service' : message.type;
  return (
    `<xml>${marked('ToUserName', push.from)}${marked('FromUserName', push.to)}` +
    `<CreateTime>${Math.floor(now / 1000)}</CreateTime>${marked('MsgType', type)}${contentOf(message, mediaId)}</xml>`
  );
}

function contentOf(message: PassiveMessage, mediaId: string): string {
  switch (message.type) {
    case 'text':
      return marked('Content', message.text);
    case 'news': {
      const { title, description, picture, url } = message;
      const item = `${marked('Title', title)}${marked('Description', description)}${marked('PicUrl', picture)}${marked('Url', url)}`;
      return `<ArticleCount>1</ArticleCount><Articles><item>${item}</item></Articles>`;
    }
    case 'image':
      return `<Image>${marked('MediaId', mediaId)}</Image>`;
    case 'voice':
      return `<Voice>${marked('MediaId', mediaId)}</Voice>`;
    case 'transfer':
      return message.account ? `<TransInfo>${marked('KfAccount', message.account)}</TransInfo>` : '';
  }
}

const marked = (name: string, value: string) => `<${name}><![CDATA[${cdata(value)}]]></${name}>`;

/** Text inside of CDATA: its end is taken apart, and control characters that no XML may hold are left out. */
const cdata = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(']]>', ']]]]><![CDATA[>');
