import { normalise } from '#ai/tokenizer.ts';
import { agreementOf } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import type { ComplaintState } from './complaintDialog.ts';
import { contactOf, meansHere } from './contact.ts';
import { type Draft, LIMIT, type MeantProduct, type Slot, slots } from './draft.ts';
import { replies } from './replies.ts';
import { remedyOf } from './story.ts';

/** What the customer says to the read-back. */
export type Confirmation =
  | { kind: 'yes'; tellFix?: boolean }
  | { kind: 'cancel' | 'change' | 'unclear' }
  | { kind: 'slot'; slot: Slot }
  | { kind: 'corrected'; draft: Draft };

const slotWords: Record<Slot, RegExp> = {
  product: /产品|商品|型号|东西|product|item|model/,
  when: /时间|日期|哪天|什么时候|date|time|when|day/,
  contact: /联系|电话|手机|号码|邮箱|邮件|contact|phone|number|e-?mail|reach/,
  wish: /希望|诉求|要求|处理方式|怎么处理|解决|wish|like|remedy|want|outcome|put it right/,
  whatHappened: /经过|情况|内容|描述|发生|问题|happened|story|details?|description|problem/,
};
const changes = /改|修改|更正|不对|错|换成|change|edit|correct|wrong|fix/;
/** Submit, and tell me when it is fixed. */
const wantsToHear =
  /(?:提交|好|可以|没问题|对|行)[^不别]{0,8}(?:告诉|通知|跟我说)|(?:submit|yes|correct|right|ok)\b(?!.*\b(?:not|don't)\b).*\b(?:tell|notify|let me know|inform)/;
const submits = /提交|登记吧|没问题|submit|send it/;

/** Reads the answer to "is this right?" or "which part?"; a correction may come at once ("不对，是昨天", "my number is 138…"). */
export function confirmation(
  asked: ComplaintState['asked'],
  draft: Draft,
  heard: Heard,
  product: MeantProduct | undefined,
): Confirmation {
  const words = replies[heard.language];
  const said = normalise(heard.text);
  const [submit, change, cancel] = [zhEn('confirmButtons', 0), zhEn('confirmButtons', 1), zhEn('confirmButtons', 2)];
  if (asked === 'confirm') {
    if (submit.includes(heard.text)) return { kind: 'yes' };
    if (zhEn('confirmButtons', 3).includes(heard.text) || wantsToHear.test(said)) return { kind: 'yes', tellFix: true };
    if (cancel.includes(heard.text)) return { kind: 'cancel' };
    if (change.includes(heard.text)) return { kind: 'change' };
    const agreed = agreementOf(heard.text);
    if (agreed) return { kind: agreed === 'yes' ? 'yes' : 'change' };
  }
  const labelled = slots.find((slot) => words.labels[slot].toLowerCase() === said);
  if (labelled) return { kind: 'slot', slot: labelled };
  const corrected = correct(draft, heard, product);
  if (corrected) return { kind: 'corrected', draft: corrected };
  const named = slots.find((slot) => slotWords[slot].test(said));
  if (named && (asked === 'change' || changes.test(said))) return { kind: 'slot', slot: named };
  if (asked === 'confirm' && submits.test(said) && !/不|别|not|n't/.test(said)) return { kind: 'yes' };
  return { kind: changes.test(said) ? 'change' : 'unclear' };
}

/** The button's words in both languages: the customer may have changed language since it was shown. */
const zhEn = (key: 'confirmButtons', index: number): string[] => [
  replies.zh[key][index] ?? '',
  replies.en[key][index] ?? '',
];

/** The draft with what the message names put in place of what was there; undefined if it names nothing. */
function correct(draft: Draft, heard: Heard, product: MeantProduct | undefined): Draft | undefined {
  const [date] = heard.reading.entities.dates;
  const contact = contactOf(heard) ?? (meansHere(heard.text) ? replies[heard.language].here : undefined);
  const wish = remedyOf(heard.text)?.slice(0, LIMIT.line);
  if (!date && !contact && !wish && !product) return undefined;
  return {
    ...draft,
    ...(product ? { product: product.name, productId: product.id } : {}),
    ...(date ? { when: date.text, occurredOn: date.from } : {}),
    ...(contact ? { contact } : {}),
    ...(wish ? { wish } : {}),
  };
}
