/** A message as an Official Account sends it; files are named by the upload's id until they are at WeChat. */
export type WechatMessage =
  | { type: 'text'; text: string }
  | { type: 'menu'; head: string; choices: { id: string; title: string }[] }
  | { type: 'news'; title: string; description: string; url: string; picture: string }
  | { type: 'image' | 'voice' | 'video'; file: string; title?: string };

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

/** The answer to a push in XML (…/guide/product/message/Passive_user_reply_message.html): a text, from the account to the person. */
export function passiveText(push: { to: string; from: string }, text: string, now: number): string {
  const marked = (name: string, value: string) => `<${name}><![CDATA[${cdata(value)}]]></${name}>`;
  return (
    `<xml>${marked('ToUserName', push.from)}${marked('FromUserName', push.to)}` +
    `<CreateTime>${Math.floor(now / 1000)}</CreateTime>${marked('MsgType', 'text')}${marked('Content', text)}</xml>`
  );
}

/** Text inside of CDATA: its end is taken apart, and control characters that no XML may hold are left out. */
const cdata = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(']]>', ']]]]><![CDATA[>');
