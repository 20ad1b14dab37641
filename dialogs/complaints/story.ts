import type { DateSpan } from '#ai/reading.ts';
import { normalise } from '#ai/tokenizer.ts';
import { asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { meansHere } from './contact.ts';
import { hazardOf } from './safety.ts';

const announcement =
  /我?(?:想|要|需要|得)?(?:对?你们)?(?:投诉|反映|反馈|举报|吐槽|抱怨)(?:一下|一个|一件事|你们|这个|个)?|(?:产品|东西|商品|它|这个|我买的)?(?:出了?|有(?:点|个|些)?|碰到了?|遇到了?)(?:质量)?(?:问题|毛病|状况)|(?:质量|售后|产品)(?:问题|投诉)?|(?:质量|东西|产品|服务)?(?:实在)?(?:太|很|非常|真的?|特别|好)?(?:差|烂|垃圾|失望|糟糕|坑|不好|不行|不满意|气人|生气)(?:了|劲|死了)?|再也不(?:买|用|来|信)(?:了|你们)*|你们家?(?:的)?|东西|你好|您好|请问|谢谢|我|要|想|的|了|个|一下|关于/g;
const announcementEn =
  /\b(?:i|i'd|i'm|we|my|the|a|an|this|that|it|you|your|one|of|with|about|on|to|for|and|have|has|had|would|like|want|wanna|need|make|file|lodge|register|report|complain|complaints?|complaining|problems?|issues?|something|is|are|there's|there|wrong|product|products|item|please|hello|hi|hey|bought|not|happy|unhappy|trouble|very|so|really|terrible|awful|bad|poor|quality|disappointed|disappointing|angry|service)\b/g;

/** Whether a message tells what went wrong, beyond that something did ("我要投诉", "there is a problem with my kettle"). */
export function tellsWhatHappened(heard: Heard): boolean {
  const rest = withoutFacts(heard.text, heard);
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = rest.match(/[a-z]{3,}/g)?.length ?? 0;
  return han >= 2 || latin >= 1;
}

/** A text without the facts that the reader found in it, and without the words that only announce a complaint. */
function withoutFacts(text: string, { reading }: Heard): string {
  const { products, dates, phones, emails, orderNumbers } = reading.entities;
  const facts = [...[...products, ...dates].map((fact) => fact.text), ...phones, ...emails, ...orderNumbers];
  const rest = facts.reduce((left, fact) => left.split(normalise(fact)).join(' '), normalise(text));
  return rest.replace(announcement, ' ').replace(announcementEn, ' ');
}

const pointing = /这|那|它|是|就|只|还|吧|呢|啊|嗯|反正|\b(?:it|its|they|them|those|these|just|well|yes|no|ok)\b/g;

/**
 * Whether a message holds words that may tell of a product or of what it did: more than a day, a number, what would put it right, and
 * that there is a complaint.
 */
export function tellsAnything(heard: Heard): boolean {
  const clauses = heard.text.split(clauseEnd).filter((clause) => remedyOf(clause) === undefined && !meansHere(clause));
  const rest = withoutFacts(clauses.join(' '), heard).replace(pointing, ' ');
  return /\p{Script=Han}|[a-z]{2,}|\d[\w-]{2,}/u.test(rest);
}

const fault =
  /(?:突然|老是|一直|又|就|已经|完全|根本)?(?:不(?:加?热|亮|转|动|响|出雾|出水|制冷|加热|工作|通电|吸|烫)了|坏了|漏(?:水|液|油|气)了?|裂(?:开)?了|断了|碎了|没反应|失灵|充不(?:进|上)电|开不了机|打不开了|用不了了?|少(?:发|了一)|发错|收到.{0,6}(?:坏|破|碎|漏))|\b(?:(?:is|are|was|arrived|came|got) (?:already )?(?:broken|damaged|cracked|leaking|defective|faulty|dead)|stopped (?:working|heating|charging)|(?:does not|doesn't|do not|don't|did not|didn't|will not|won't) (?:work|heat|turn on|charge|start|switch on)|(?:leaks|broke)\b)/;

/** Whether a message tells of a fault and asks nothing: a complaint, even where it says no word of anger. */
export const reportsFault = (text: string): boolean => fault.test(normalise(text)) && !asksSomething(text);

/** Whether a message that should name a product rather tells what it did. */
export const tellsStory = (heard: Heard): boolean =>
  hazardOf(heard.text) !== undefined ||
  (heard.reading.intent === 'complaints' && heard.reading.confidence >= 0.8 && tellsWhatHappened(heard));

/** Buying beside the day, perhaps with the place between them: "上个月在天猫旗舰店买的". */
export const boughtAfter = /^[^，。,.；;！!？?]{0,12}(?:买|购|下单|下的单|订|拍)/;
export const boughtBefore = /\b(?:bought|ordered|purchased|got)\b[^.,;!?]{0,30}$/;

/** The day on which it happened, of the days that a message names: not the one on which the product was bought, unless it is the only thing told. */
export function occurrenceIn(heard: Heard): DateSpan | undefined {
  const said = normalise(heard.text);
  return heard.reading.entities.dates.find(({ text }) => {
    const at = said.indexOf(normalise(text));
    const end = at + normalise(text).length;
    return at < 0 || !(boughtAfter.test(said.slice(end)) || boughtBefore.test(said.slice(0, at)));
  });
}

const remedy =
  /退款|退钱|退货|退掉|全额退|换(?:货|新|一(?:个|台|瓶|支|件|套)|个新)|补(?:发|寄|一)|重(?:发|寄|新发)|维修|修(?:好|理|一下)|上门|赔(?:偿|付|我|钱)?|补偿|道歉|给个说法|refund|money back|replace(?:d|ment)?|exchange|repair(?:ed)?|\bfix(?:ed)?\b|compensat|apolog|new one|send (?:me )?(?:a|another)|voucher/;
const unwanted =
  /(?:不|没|别|未|拒绝|不肯|不给|不让|不想|不能|已经|之前|上次)[^，。,.]{0,6}$|\b(?:no|not|never|refused?|won't|can't|couldn't|already|didn't|don't|before|last time)\b[^,.]{0,24}$/;

const clauseEnd = /[，。！？；,.!?;\n]+/;
/** Nothing is to be put right. */
const onlyTelling =
  /^我?(?:只|就)是?想?(?:反映|反馈|说|告诉你们)一?[下声]?[。.!！]*$|^(?:i am |i'm )?just (?:letting|wanted to let) you know[.!]*$/;

/** What would put it right, as the customer says it: the clause that asks for a refund, a new one, a call … Undefined if none does. */
export function remedyOf(text: string): string | undefined {
  if (onlyTelling.test(normalise(text))) return text.trim();
  for (const clause of text.split(clauseEnd)) {
    const said = normalise(clause);
    const found = remedy.exec(said);
    if (found && !unwanted.test(said.slice(0, found.index))) return clause.trim();
  }
  return undefined;
}
