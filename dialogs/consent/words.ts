import { normalise } from '#ai/tokenizer.ts';
import { asksSomething } from '../agreement.ts';

const leaving =
  /^(?:请|麻烦)?(?:退订|td|取消订阅|(?:不要|别)(?:再)?(?:给我)?发(?:消息|短信|广告|推送|这些)?(?:给我)?了?|别(?:再)?(?:烦|打扰)我了?)$|^(?:please )?(?:stop|unsubscribe(?: me)?|opt ?out|stop (?:messaging|texting|writing to) me|no more messages|leave me alone)(?: please)?$/;

const tidy = (text: string): string =>
  normalise(text)
    .replace(/[\s,.!?。，！？~～]+/g, ' ')
    .trim();

/** Whether a whole message ends everything that the shop writes of its own accord ("退订", "STOP"). */
export const unsubscribes = (text: string): boolean => leaving.test(tidy(text));

/** So long a sentence says more than that. */
const LONGEST = 60;
const stop =
  /(?:不要|别|不想|停止|不用|不必).{0,8}(?:发|推送?|收到?|推荐).{0,12}(?:消息|短信|广告|推送|通知|营销|促销|信息|新品|优惠)|(?:别|不要)(?:再|老)?(?:给我)?(?:发|推送?)(?:消息|广告|推送)?(?:了|给我)*$|(?:别|不要)(?:再)?给我推送|退订|取消.{0,6}订阅|从.{0,6}(?:名单|推送).{0,6}(?:去掉|删|移)|(?:祝福|提醒|通知).{0,4}(?:也)?不用发|别老发消息|\b(?:stop|quit) sending me|\bstop the (?:notifications|messages|ads|emails)|\b(?:no|not want any) more (?:marketing |promotional )?(?:messages|ads|offers|emails)|\bnot send me (?:offers|ads|promotions|messages|emails)|\bunsubscribe\b|\b(?:off|from) your (?:mailing )?list\b|\bopt(?:ing)? out of\b|\bcancel my subscription to your messages|\bnever asked for these messages/;
const start =
  /(?:新品|优惠|活动|打折|降价|上新).{0,8}(?:通知|提醒|告诉|发消息给|给我发).{0,2}(?:我|消息)|(?:想|要)(?:订阅|收到你们的)|^(?:重新)?订阅(?:消息)?$|发.{0,4}(?:保养|更换)提醒|(?:到期|该换).{0,4}提醒我|\b(?:i would like to|i want to|please) subscribe\b|^subscribe(?: me(?: again)?)?$|\blet me know when (?:there|you|it)|\btell me when there is|\bnotify me (?:about|when|of)\b|\bsend me maintenance reminders|\bremind me when|\bkeep me posted\b|\bsign me up for\b/;
const show =
  /订阅了(?:哪些|什么)|订阅着|(?:有没有|是不是)订阅|看看.{0,4}订阅|为什么(?:总|老)?给我发(?:消息|短信|广告)|(?:会|要)给我发什么消息|同意过.{0,6}发消息|什么时候会主动联系|\bwhat am i subscribed to|\bmy subscriptions\b|\bam i on your (?:mailing )?list|\bwhy are you (?:messaging|texting|emailing) me|\bdid i (?:agree to get|sign up for this)|\bwhat messages will you send|\bwhen do you contact me on your own/;

/** What a message wants of the shop's writing: no more of it, more, or to know how it stands. "怎么退订" asks for the way, which an article tells. */
export function wantsOf(text: string): 'stop' | 'start' | 'show' | undefined {
  if (unsubscribes(text)) return 'stop';
  const said = tidy(text);
  if (said.length > LONGEST) return undefined;
  if (show.test(said)) return 'show';
  if (stop.test(said)) return /怎么|如何|\bhow\b/.test(said) ? undefined : 'stop';
  return start.test(said) && !(asksSomething(text) && !/可以|can you/.test(said)) ? 'start' : undefined;
}
