import { normalise } from '#ai/tokenizer.ts';
import { agreementOf, decisionOf } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { replies } from './replies.ts';

const keeps =
  /^(?:好的?|嗯|可以|行|请|那就|帮我|都)*(?:记住|记下|记着|记)(?:吧|了|来|它|这个|这些|一下|都)*$|^(?:yes|please|ok|sure|do)*\s*(?:remember|keep|save)(?: (?:it|that|this|them|both|all))?(?: please)?$/;
const keepsNot =
  /^(?:请|先)?(?:别|不|不用|不要|不必)(?:记|存|保存|留)(?:了|住|下|吧)?$|^(?:please )?(?:do not|don't|no need to) (?:remember|keep|save|store)\b.*$/;
const forgets =
  /^(?:好的?|嗯|对|是的?|请|确定|那就)*(?:忘掉|忘了|删掉|删了|删除|清空|全部忘掉|都忘掉|全删了?)(?:吧|它|这条|这个)?$|^(?:yes|please|ok|sure)*,?\s*(?:forget|delete|erase|remove)(?: (?:it|that|this|them|all|everything))?(?: please)?$/;
const keepsAll = /留着|别删|不删|不要删|别忘|不忘|保留|\bkeep\b|\b(?:do not|don't) (?:forget|delete|erase|remove)\b/;
const signs = /[\s,.!~，。！～]+$/g;

/** Whether what was noticed may be kept. */
export function mayKeep(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text)
    .trim()
    .replace(signs, '')
    .replace(/[，,]\s*/g, '');
  if (keepsNot.test(said)) return 'no';
  return keeps.test(said) ? 'yes' : decisionOf(heard, replies, 'keepButtons');
}

const changes =
  /^(?:好的?|嗯|对|是的?|请|那就|帮我)*(?:改|换|更新)(?:了|吧|成|一下|过来|掉)?.{0,20}$|^(?:yes|please|ok|sure)*,?\s*(?:change|update)(?: (?:it|that))?(?: please)?$/;
const changesNot =
  /^(?:请|先)?(?:别|不|不用|不要)(?:改|换|动)(?:了|吧)?$|保持原样|还是原来|照旧|\b(?:leave|keep) (?:it|that|the old)\b|\b(?:do not|don't) change\b/;

/** Whether what is kept may be changed to what was noticed. */
export function mayChange(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text).trim().replace(signs, '');
  if (changesNot.test(said)) return 'no';
  if (changes.test(said)) return 'yes';
  return decisionOf(heard, replies, 'changeButtons') ?? mayKeep(heard);
}

const stillSo =
  /^(?:对|是的?)?(?:还是|依然|仍然|没变|没有变|一样|照旧)(?:这样|那样|的)?(?:吧|啊)?$|^(?:it is |it's |yes,? ?)?still (?:so|true|the same)$|^(?:no change|unchanged|same as before)$/;
const hasChanged =
  /^(?:已经|早就)?(?:变了|换了|改了|不是了|不一样了|不对了)(?:吧)?$|^(?:it |that )?(?:has |have )?changed$|^not (?:any ?more|so)$/;

/** What becomes of something that was asked about again; undefined where the message says something else. */
export function renewalIn(heard: Heard): 'renew' | 'change' | 'forget' | undefined {
  const said = normalise(heard.text).trim().replace(signs, '');
  const place = [replies.zh, replies.en]
    .map(({ renewButtons }) => renewButtons.findIndex((button) => normalise(button) === said))
    .find((at) => at >= 0);
  if (place !== undefined) return (['renew', 'change', 'forget'] as const)[place];
  if (stillSo.test(said)) return 'renew';
  if (hasChanged.test(said)) return 'change';
  if (forgets.test(said)) return 'forget';
  const decided = agreementOf(heard.text);
  return decided === 'yes' ? 'renew' : decided === 'no' ? 'change' : undefined;
}

/** Whether what is kept shall really be forgotten. */
export function mayForget(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text).trim().replace(signs, '');
  if (keepsAll.test(said)) return 'no';
  return forgets.test(said) ? 'yes' : decisionOf(heard, replies, 'forgetButtons');
}
