import { normalise } from '#ai/tokenizer.ts';
import type { Heard } from '../heard.ts';
import { boughtAfter, boughtBefore } from './story.ts';

/** What a message says of the purchase. `purchasedOn` is an ISO date. */
export interface PurchaseSaid {
  batch?: string;
  purchasePlace?: string;
  purchasedOn?: string;
}

const batch =
  /(?:批号|批次号?|生产批次|序列号|机身号|batch(?: (?:no\.?|number))?|lot(?: (?:no\.?|number))?|serial(?: (?:no\.?|number))?|s\/n)\s*(?:是|为|is|[:：#])?\s*([a-z0-9][a-z0-9-]{2,23})\b/i;
const placeZh = /(?:在|从|是在)([^，。,.；;！!？?\s]{2,16}?)(?:上|里|那里)?(?:买|购|下单|下的单|订)(?:的|了|到)?/;
const placeEn =
  /\b(?:bought|ordered|purchased|got)\b[^.,;!?]{0,40}?\b(?:at|from|on|in)\s+((?:your |the )?[A-Z\u4e00-\u9fff][\w&'’. -]{1,30}?(?: (?:shop|store|app|website|mall))?)(?=[,.;!?]|\s+(?:last|yesterday|today|on|in|a|two|three|and|but|it|which)\b|$)/;
const time =
  /^(?:昨天|前天|今天|上周|上个?月|去年|年|月|日|last|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|[月日号天周年]$/i;

/** Batch, place and day of the purchase, where a message says them ("上个月在天猫旗舰店买的，批号 A2306"). */
export function purchaseIn(heard: Heard): PurchaseSaid {
  const { text } = heard;
  const number = batch.exec(text)?.[1];
  const place = (placeZh.exec(text)?.[1] ?? placeEn.exec(text)?.[1])?.trim();
  const day = purchaseDay(heard);
  return {
    ...(number && /\d/.test(number) ? { batch: number } : {}),
    ...(place && !time.test(place) ? { purchasePlace: place } : {}),
    ...(day ? { purchasedOn: day } : {}),
  };
}

/** The day of those named on which it was bought: the one that stands beside the buying. */
function purchaseDay({ text, reading }: Heard): string | undefined {
  const said = normalise(text);
  return reading.entities.dates.find((date) => {
    const at = said.indexOf(normalise(date.text));
    if (at < 0) return false;
    return boughtAfter.test(said.slice(at + normalise(date.text).length)) || boughtBefore.test(said.slice(0, at));
  })?.from;
}
