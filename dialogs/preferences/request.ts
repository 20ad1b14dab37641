import { normalise } from '#ai/tokenizer.ts';
import type { Kept } from './kept.ts';
import { replies } from './replies.ts';

/** What a customer wants done with what is kept. `which` asks for the one that is meant. */
export type Request =
  | { do: 'show' }
  | { do: 'forgetAll' }
  | { do: 'which'; to: 'correct' | 'forget' }
  | { do: 'correct' | 'forget'; id: string };

const forgets = /忘(?:掉|了|记)?|删|清(?:除|空|掉)|抹|不要记|别记|不用记|\b(?:forget|delete|erase|remove|clear|drop)\b/;
const corrects =
  /不对|不是|错|改|更正|更新|有误|\b(?:wrong|incorrect|change|correct|update|not (?:right|true)|mistake|fix)\b/;
const everything = /全部|所有|全都|都(?:忘|删|清)|一切|\b(?:everything|all)\b/;
const newest = /刚才|刚刚|最新|上一条|\b(?:that|it|just now|the last one|latest)\b/;
const ordinals = [
  /(?:第[一1]|^[一1])(?:条|个|项)|\bfirst\b|^1$/,
  /(?:第[二两2]|^[二两2])(?:条|个|项)|\bsecond\b|^2$/,
  /(?:第[三3]|^[三3])(?:条|个|项)|\bthird\b|^3$/,
  /(?:第[四4]|^[四4])(?:条|个|项)|\bfourth\b|^4$/,
  /(?:第[五5]|^[五5])(?:条|个|项)|\bfifth\b|^5$/,
  /(?:第[六6]|^[六6])(?:条|个|项)|\bsixth\b|^6$/,
];

/** Reads such a wish; `to` is what was asked about if the message need not say it again ("the first one"), `show` what the reader found. */
export function requestOf(
  text: string,
  kept: readonly Kept[],
  { to, shows = false }: { to?: 'correct' | 'forget' | undefined; shows?: boolean },
): Request | undefined {
  const said = normalise(text);
  const wish = forgets.test(said) ? 'forget' : corrects.test(said) && !shows ? 'correct' : to;
  if (!wish) return shows ? { do: 'show' } : undefined;
  if (kept.length === 0) return { do: 'show' };
  if (wish === 'forget' && everything.test(said)) return { do: 'forgetAll' };
  const item = itemIn(said, kept) ?? (kept.length === 1 || newest.test(said) ? kept[0] : undefined);
  return item ? { do: wish, id: item.id } : { do: 'which', to: wish };
}

/** The kept item that a text names: by place, by its value, or by what it is about. */
function itemIn(said: string, kept: readonly Kept[]): Kept | undefined {
  const place = ordinals.findIndex((ordinal) => ordinal.test(said));
  if (place >= 0 && kept[place]) return kept[place];
  const valued = kept.find(({ value }) => said.includes(normalise(value)));
  if (valued) return valued;
  return kept.find(({ key }) =>
    [replies.zh.labels[key], replies.en.labels[key], ...(about[key] ?? [])].some(
      (word) => word !== undefined && said.includes(normalise(word)),
    ),
  );
}

/** Other words for what an item is about. */
const about: Record<string, string[]> = {
  name: ['名字', '姓名', 'name'],
  fragrance: ['香', '味道', 'fragrance', 'perfume', 'scent', 'smell'],
  contactTime: ['时间', '几点', 'time', 'when'],
  contactChannel: ['电话', '微信', '短信', '邮件', 'call', 'phone', 'email', 'text'],
  skin: ['皮肤', '肌', 'skin'],
  hair: ['头发', '头皮', 'hair', 'scalp'],
  allergy: ['过敏', 'allerg', 'intoleran'],
  household: ['家', '孩子', '宠物', '怀孕', 'home', 'kid', 'child', 'pet', 'pregnan', 'cat', 'dog'],
  budget: ['钱', 'price', 'money'],
};
