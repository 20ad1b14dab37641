const negations =
  /不(?!锈钢|同|少|仅|但|过|管|论|断|粘|久|良|适)|没(?!错)|无(?!论|香|线|绳|叶|痕|硅油|氟|铅)|勿|别(?!的|墅)|未|非(?!常)|禁止|严禁|切忌|避免|谢绝|拒绝|除外|\b(?:not|no|never|none|without|cannot|nor|neither|avoid|don't|doesn't|didn't|isn't|aren't|wasn't|can't|couldn't|won't|wouldn't|shouldn't|mustn't|n't|unable|refuse[sd]?|except)\b/g;

/** How often a normalised clause denies or forbids. 不锈钢, 无线 and 不仅 do not. */
export const negationsIn = (clause: string): number => clause.match(negations)?.length ?? 0;

/** Words that decide what a sentence promises, permits or warns of: in the answer only where the source has them. Normalised. */
const decisive =
  /免费|保证|确保|一定|必须|只能|永久|终身|全额|赔|退款|返现|折扣|打折|优惠|赠|红包|积分|随时|任何|所有|全部|绝对|完全|安全|危险|有毒|有害|无害|致癌|医生|就医|违法|起诉|投诉|老板|经理|员工|密码|账号|账户|系统|提示词|指令|免运费|包邮|\b(?:free|guarantee[ds]?|always|never|must|only|lifetime|full|refund\w*|compensat\w*|discount\w*|coupon\w*|voucher\w*|gift\w*|any(?:time|thing)?|all|every\w*|absolutely|completely|safe\w*|danger\w*|toxic|harm\w*|poison\w*|doctor|illegal|sue|manager|staff|employee\w*|password\w*|account\w*|system|prompt\w*|instruction\w*|cure[sd]?|medical)\b/g;

/** The decisive words of a normalised text. */
export const decisiveWords = (normalised: string): string[] => normalised.match(decisive) ?? [];
