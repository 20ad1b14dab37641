import { normalise } from '#ai/tokenizer.ts';
import { decisionOf } from '../agreement.ts';
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

/** Whether what is kept shall really be forgotten. */
export function mayForget(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text).trim().replace(signs, '');
  if (keepsAll.test(said)) return 'no';
  return forgets.test(said) ? 'yes' : decisionOf(heard, replies, 'forgetButtons');
}
