import { normalise } from '#ai/tokenizer.ts';

/** Kinds of harm that come before everything else; each has its advice in replies.ts. */
export const hazards = ['breathing', 'fire', 'shock', 'swallowed', 'burn', 'eyes', 'allergy', 'cut'] as const;
export type Hazard = (typeof hazards)[number];

// What happened, not what might: "烫伤了" and "burnt my hand", not "会烫伤吗". The gravest first: the first that fits gives the advice.
const signs: Record<Hazard, RegExp> = {
  breathing:
    /呼吸困难|喘不(?:过|上)(?:来)?气|喘不过来|喉咙(?:发)?(?:肿|紧)|(?:嘴唇|舌头)(?:发)?肿|晕倒|昏迷|休克|(?:ca|could)n'?t breathe|cannot breathe|trouble breathing|difficulty breathing|short(?:ness)? of breath|throat (?:is )?(?:swelling|swollen|tight)|swollen (?:lips?|tongue|throat)|fainted|passed out|unconscious/,
  fire: /冒(?:了)?(?:黑|白|浓)?烟|着火|起火|自燃|(?:冒|有|打|窜)火(?:花|星|苗)|烧(?:焦|糊|起来)了?|焦(?:糊)?味|糊味|爆炸|炸(?:了|开|裂)|鼓包|(?:smok(?:e|es|ed|ing)\b(?!.{0,3}(?:free|alarm|detector)))|caught fire|on fire|in flames|spark(?:s|ed|ing)\b|burn(?:ing|t)[ -]smell|smell(?:s|ed)? (?:of |like )?(?:burn|something burn)|explod(?:e|ed|es)|blew up|batter(?:y|ies) (?:is |has |are )?(?:swollen|swelling|bulg)/,
  shock:
    /漏电|触电|电到(?:了)?(?:我|手|人|孩子|宝宝)?|被电|电了(?:我|一下)|(?:手|摸着|碰着|一碰|一摸).{0,6}(?:发麻|麻手|带电)|electric(?:al)? shock|got (?:a )?shock|shocked (?:me|my|us|him|her)|electrocut|gave me a (?:small |mild )?shock|leak(?:s|ing)? (?:electricity|current)|tingl(?:e|es|ing) when i touch/,
  swallowed:
    /误食|误吞|误服|(?:吞|吃|喝|咽)(?:了|下|进|掉)(?:去)?.{0,8}(?:洗|液|剂|皂|粉|珠|电池|香|膏|零件)|(?:洗衣|清洁|沐浴|洗发|洗洁|护发|消毒|除垢|凝珠|电池|零件|精油|面霜|牙膏).{0,14}(?:吞|吃|喝|咽)(?:了|下|进)|(?:孩子|宝宝|小孩|儿子|女儿|狗|猫).{0,8}(?:吞|误喝|喝了|吃了|咽了)|swallow(?:ed|s)|(?:my |the )?(?:child|kid|son|daughter|baby|toddler|dog|cat).{0,20}(?:drank|ate|drunk|eaten)|(?:drank|ate) (?:some|the|it|a bit|detergent|cleaner|shampoo|soap)/,
  burn: /烫(?:伤|到|着|了(?:手|脚|脸|一下|个)|起(?:了)?泡|红了)|烧伤|灼伤|(?:被|给).{0,6}(?:烫|烧)(?:了|伤|到|出)|scald(?:ed|s)?\b|burn(?:ed|t|s)? (?:my|his|her|our|their|me|him|myself|the child|the kid)|(?:got|was|were|been|badly) (?:badly )?burn(?:ed|t)|burns? on (?:my|his|her)|blister(?:s|ed)? (?:on|from|after)/,
  eyes: /(?:进|溅到|弄到|弄进|流进|喷到|揉到)(?:了)?(?:我的?)?(?:眼睛|眼里)|眼睛(?:里)?(?:进了|很?(?:刺痛|疼|红肿|睁不开))|(?:in|into) (?:my|his|her|the) eyes?\b|eyes? (?:is |are |was |were )?(?:burning|stinging|red and|swollen)/,
  allergy:
    /过敏了|(?:用|涂|擦|抹|洗|敷|喷|戴|睡)(?:了|完|过|后|着|上).{0,24}(?:过敏|红肿|发红|起(?:了|满)?(?:红)?(?:疹|疙瘩|小?包|水泡|痘)|红疹|瘙?痒|刺痛|火辣|烂脸|脱皮|肿)|(?:脸|皮肤|脖子|头皮|手|身上|胳膊|背上?|腿|嘴|口腔|牙龈).{0,8}(?:红肿|起(?:了|满)?(?:好多|很多|一片|一身)?(?:红)?(?:疹|疙瘩|水泡)|红疹|肿(?:了|起来)|烂了|火辣辣|又红又痒|痒(?:得|死|了))|起(?:了)?(?:红)?疹子|荨麻疹|allergic reaction|broke out|br(?:ea|o)k(?:ing|en)? out in|(?:got|have|had|has|gave (?:me|him|her)|developed|came up in|causing|caused) (?:a |an |some |red |bad |terrible |itchy )*(?:rash|hives|welts)|(?:face|skin|scalp|neck|arms?|hands?|body).{0,16}(?:swell|swollen|swelled|itch(?:es|ing|y)|rash|red and|burning|stings|stinging)|rash (?:after|all|on|since|from)/,
  cut: /割(?:伤|破|到)(?:了)?|划(?:伤|破)(?:了)?(?:手|脚|脸|孩子|我|皮|手指)?|扎(?:伤|到|破)(?:了)?(?:手|脚|我|孩子)|流血|出血了|bleed(?:s|ing)\b|bled\b|(?:cut|sliced|gashed) (?:my|his|her|the child)/,
};
const supposed =
  /(?:会不会|会|能|可能|容易|怕|担心|害怕|防止?|预防|避免|不会|如果|万一|要是|以防|有没有可能).{0,12}$|(?:will|would|can|could|might|may|does|do|if|prevent|avoid|against|risk of|danger of|worried|afraid|in case|never|not|n't)\b[^.!?。]{0,40}$/;
// "吹风机漏电吗？" asks; "漏电了怎么办" tells.
const askedAfter = /^[^了过，。,.]{1,10}(?:吗|么|不)[?？。]*(?:$|[，,])/;
const general = /^(?:怎么|如何|怎样)(?:防|预防|避免|处理)|^how (?:do i|to|can i) (?:prevent|avoid)/;

/**
 * What harm a message reports, the gravest first; undefined if none, or if it is only asked about or feared ("会漏电吗?",
 * "我对香精过敏"). Errs on the side of advice: a burn too much is cheaper than one overheard.
 */
export function hazardOf(text: string): Hazard | undefined {
  const said = normalise(text);
  if (general.test(said)) return undefined;
  return hazards.find((hazard) => {
    const found = signs[hazard].exec(said);
    if (found === null || supposed.test(clauseBefore(said, found.index))) return false;
    return !askedAfter.test(said.slice(found.index));
  });
}

/** What stands before a position in its own clause. */
function clauseBefore(text: string, position: number): string {
  const start = Math.max(...[...'，。,.;；!！?？\n'].map((sign) => text.lastIndexOf(sign, position - 1)));
  return text.slice(start + 1, position);
}

const repeated =
  /又坏|又(?:出|漏|不)|(?:第[二三四五六七八九十\d]+|[两三四五六七八九十\d]+)次(?:了|还|又|投诉|坏|出)|一直没人|没人(?:理|管|回)|反复|多次|再三|again and again|(?:second|third|fourth|2nd|3rd|4th) time|still no(?:body|t)|no ?(?:one|body) (?:answers|replies|helps|cares)|keeps? (?:breaking|failing|leaking)/;
const threat =
  /12315|消协|消费者协会|律师|起诉|曝光|工商|媒体|lawyer|attorney|sue\b|legal action|small claims|trading standards/;

/** How grave a complaint is: harm to people or things is `safety`; trouble that comes back, threats and fury are `serious`. */
export function severityOf(text: string, sentiment: number): 'normal' | 'serious' | 'safety' {
  if (hazardOf(text)) return 'safety';
  const said = normalise(text);
  return repeated.test(said) || threat.test(said) || sentiment <= -0.85 ? 'serious' : 'normal';
}
