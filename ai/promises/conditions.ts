const chinese =
  /如果|如(?=您|你|需|有|无|能|未|仍|没|遇)|要是|假如|假设|假使|倘若|万一|只要|一旦|除非|的话|若(?!干)|否则|一有.{0,8}就|(?:等|待|收到|退回|寄回|付|提供|下单|签收|审核|确认收货).{0,14}(?:后|了|之后|以后).{0,3}(?:再|就|会|,|\d|[一二两三四五六七八九十]|$)|等.{1,10}(?:再|就|好了|到了|出来)/;
/** "…，除非您不要了", "…，如果您方便的话": said after what it holds. */
const chineseAfter = /^(?:除非|只要|前提是|但前提)|(?:的话|为前提|为准)$/;

const english =
  /\b(?:if|unless|once|whenever|in case|provided|assuming|otherwise|should you|when (?:you|we|it|they|your|the)|(?<!give (?:me|us) )until|as soon as (?!possible)|after (?:you|we|receiving|your|the)|upon|subject to)\b/i;
/** A clause that is the condition itself: what it holds stands after it, or, where nothing does, before it. */
const englishFirst =
  /^(?:(?:and|but|so|or|then) )?(?:if|unless|once|whenever|in case|provided|assuming|otherwise|should you|when|until|as soon as (?!possible)|after|upon|subject to)\b/i;

/** "…，但还不确定", "…, but I can't promise": takes back what was said before it. */
const doubt =
  /不(?:太|是很)?(?:确定|肯定)|不敢(?:保证|说)|说不准|没(?:有)?把握|\b(?:not (?:sure|certain)|can(?:no|['’])t (?:promise|guarantee|say)|don['’]t know (?:yet|for sure|whether|if))\b/i;

const hasHan = /\p{Script=Han}/u;

/**
 * Whether the clause at this place only holds on a condition: its own, one that stands before it in the sentence, or one that
 * is said after it; a doubt holds what was said before it, too. "周五前给您答复，如果有问题随时联系我" is free; what follows 如果 is not. Expects NFKC text.
 */
export function isHeld(clauses: readonly string[], place: number): boolean {
  return clauses.some((clause, at) => {
    if (at === place + 1 && doubt.test(clause)) return true;
    if (!(hasHan.test(clause) ? chinese : english).test(clause)) return false;
    if (at === place) return true;
    const isLast = at === clauses.length - 1;
    if (hasHan.test(clause)) return at < place || (isLast && at === place + 1 && chineseAfter.test(clause));
    if (!englishFirst.test(clause)) return false;
    return at < place || (isLast && at === place + 1);
  });
}
