import { normalise } from '#ai/tokenizer.ts';
import { fieldOf } from './fields.ts';
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
  /不对|不是|错|改|更正|更新|有误|变了|换了|\b(?:wrong|incorrect|change|correct|update|not (?:right|true)|mistake|fix)\b/;
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

const fieldWords =
  '(?:联系)?(?:电话|手机)(?:号码?)?|号码|名字|姓名|称呼|生日|邮箱|phone(?: number)?|mobile(?: number)?|name|birthday|date of birth|e-?mail(?: address)?';
const ofField = new RegExp(
  `(?:我的|我|你们?记的)(?:${fieldWords}).{0,4}(?:不对|错了|写错|记错|变了|换了|改(?:一下|成|为)|更新)|(?:改|更正|更新|删掉?|删除|忘掉)(?:一下)?我的(?:${fieldWords})|\\bmy (?:${fieldWords}) (?:is|was|has|you have is) (?:wrong|not right|incorrect|changed|different)|\\b(?:change|update|correct|fix|delete|remove|forget) my (?:${fieldWords})\\b`,
);

/** Whether a message is about a field of one's own record that is wrong or shall go ("my phone number is wrong"). */
export const meansField = (text: string): boolean => text.length <= 80 && ofField.test(normalise(text));

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
  // "My phone number" means the number before it means how one likes to be reached.
  const ordered = [...kept.filter(({ id }) => fieldOf(id)), ...kept.filter(({ id }) => !fieldOf(id))];
  return ordered.find(({ key }) =>
    [replies.zh.labels[key], replies.en.labels[key], ...(about[key] ?? [])].some(
      (word) => word !== undefined && said.includes(normalise(word)),
    ),
  );
}

/** Other words for what an item is about. */
const about: Record<string, string[]> = {
  name: ['名字', '姓名', 'name'],
  phone: ['电话', '手机', '号码', 'phone', 'number', 'mobile'],
  email: ['邮箱', '邮件地址', 'email', 'e-mail', 'mail address'],
  birthday: ['生日', 'birthday', 'date of birth'],
  fragrance: ['香', '味道', 'fragrance', 'perfume', 'scent', 'smell'],
  contactTime: ['时间', '几点', 'time', 'when'],
  contactChannel: ['电话', '微信', '短信', '邮件', 'call', 'phone', 'email', 'text'],
  skin: ['皮肤', '肌', 'skin'],
  hair: ['头发', '头皮', 'hair', 'scalp'],
  allergy: ['过敏', 'allerg', 'intoleran'],
  hardOfHearing: ['听力', '耳', 'hear'],
  largeType: ['大字', '字体', '眼', 'type', 'sight', 'eye'],
  elderly: ['年纪', '年龄', '老人', 'age', 'old'],
  pregnant: ['怀孕', '孕', '备孕', '哺乳', 'pregnan', 'nursing', 'breastfeed'],
  children: ['孩子', '宝宝', '小孩', 'kid', 'child', 'baby'],
  household: ['家', '宠物', 'home', 'pet', 'cat', 'dog'],
  budget: ['钱', 'price', 'money'],
};
