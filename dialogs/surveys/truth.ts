import { normalise } from '#ai/tokenizer.ts';
import type { Question } from '#crm/surveys/question.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import { tidy } from './figures.ts';
import { undecided } from './words.ts';

/** Half a yes is none: 算是吧, 解决了一半, mostly. */
const partly =
  /算是|差不多|基本|大概|大部分|应该|一半|部分|有时|偶尔|有点|有些|好像|勉强|凑合|还行|\b(?:kind of|sort of|part(?:ly|ially)|mostly|half|sometimes|maybe|perhaps|almost|nearly|i (?:think|guess|suppose))\b|\d+ ?%|[\d一二三四五六七八九]成/;
/** What comes after it takes something of it back. */
const but = /但|不过|可是|只是|然而|\b(?:but|however|except|only that|yet)\b/;

const did = '(?:解决|修好|弄好|搞定|办好|处理(?:好|完)?|好|收到|到|买|用|去|看|试)';
const yes = new RegExp(
  `^(?:是|对|嗯|有|会|已经|都|早就?|全部?|全都|完全|彻底|终于|现在|刚刚?)*(?:${did}(?:啦|了|过|的)*|有的?|会的?|会(?:买|推荐|再来))(?:啦|了|的|呀|啊)*$`,
);
const no = new RegExp(
  `^(?:还|并|根本|完全|都|一直|也|又|仍然?|到现在|现在|至今)*(?:没|没有|未)(?:完全|彻底|真正|能)?${did}?(?:呢|了|啊|过|吧)*$|^(?:还|根本|完全|一直|都)*(?:${did}|修)不(?:了|好)|^(?:应该|肯定|一定|绝对|完全|以后|再也)?不(?:会|想|打算|愿意|敢)再?(?:了|的|买|用|来|推荐)*$`,
);
const yesInEnglish =
  /^(?:yes|yeah|yep|yup|sure|absolutely|definitely|certainly|indeed|very much so|of course|all (?:sorted|good|fixed|done|solved)|sorted|solved|fixed|resolved|(?:it|i) (?:is|was|has|does|did|would|do|have|will|am))\b/;
const noInEnglish =
  /^(?:no|nope|nah|never|not (?:yet|really|quite|fully|completely|at all|solved|resolved|fixed)|it ?(?:s|is|was|has|does|did|would|will) ?not|it (?:is|was|has|does|did|would|wo|ca)nt|still (?:not|broken|waiting|leaking))\b|^(?:i )?(?:is|was|has|does|did|would|do|have|wo|was|ca)nt(?: think so| want to| plan to)?$|^i(?:m| am|ll| will| would| do| did| have) not(?: going to| planning to)?$/;
const denies = /\b(?:not|no|never|(?:is|was|has|does|did|would|do|have|wo|ca)nt)\b|不|没|未/;

/** Whether a message says yes or no to a question that has no more answers. `vague`: it answers, neither as yes nor as no. */
export function truthOf(text: string, labels: Question['labels']): boolean | 'vague' | undefined {
  const said = tidy(text);
  if (labels && tidy(labels.yes) === said) return true;
  if (labels && tidy(labels.no) === said) return false;
  const agreed = agreementOf(text);
  if (agreed) return agreed === 'yes';
  if (asksSomething(text)) return undefined;
  const plain = normalise(text).replaceAll("'", '');
  if (undecided.test(said) || partly.test(plain)) return 'vague';
  const [first = '', ...others] = plain
    .split(/[\s]*[，,。.!！;；~～—\n]+\s*|(?<=\p{Script=Han}) (?=\p{Script=Han})/u)
    .filter(Boolean);
  const begins = clauseTruth(first.trim());
  if (begins === undefined) return undefined;
  return but.test(plain) || (begins && others.some((clause) => denies.test(clause))) ? 'vague' : begins;
}

function clauseTruth(clause: string): boolean | undefined {
  const agreed = agreementOf(clause);
  if (agreed) return agreed === 'yes';
  if (no.test(clause)) return false;
  if (yes.test(clause)) return true;
  if (noInEnglish.test(clause)) return /^no (?:problem|issue|complaint)/.test(clause) ? undefined : false;
  return yesInEnglish.test(clause) && !denies.test(clause) ? true : undefined;
}
