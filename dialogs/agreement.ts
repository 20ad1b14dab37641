import { normalise } from '#ai/tokenizer.ts';

const filler = /[\s,.!~、，。！～…?？;；:：'"“”()（）]+/g;
const yes =
  /^(?:是|是的|是啊|是呀|对|对的|对啊|对呀|没错|没问题|没有问题|好|好的|好啊|好呀|好吧|好滴|行|行的|行吧|可以|可以的|可以啊|嗯|恩|要|要的|需要|同意|愿意|确认|确定|正确|都对|全对|提交|当然|当然可以|ok|okay|k|yes|yesplease|yeah|yep|yup|ya|y|sure|sureplease|surething|ofcourse|correct|right|thatsright|thatiscorrect|thatscorrect|itsright|itiscorrect|allcorrect|allgood|looksgood|looksright|confirm|confirmed|goahead|please|pleasedo|doit|agreed|agree|fine|thatsfine|exactly|absolutely|definitely|submit|submitit|sendit)+$/;
const no =
  /^(?:不|不是|不对|不要|不用|不用了|不用啦|不必|不必了|不行|不可以|不同意|不需要|不了|不确定|别|没有|错了|有误|不正确|先不|先不用|暂时不用|算了|算了吧|no|nope|nah|n|nothanks|nothankyou|notnow|notreally|dont|pleasedont|donot|noneed|wrong|thatswrong|incorrect|notcorrect|notright|thatsnotright|never|rathernot|idrathernot|noneedthanks)+$/;
const politeness = /(?:谢谢(?:你|您)?|多谢|麻烦(?:你|您)?了?|thanks|thankyou)$/;
const lead = /^(?:嗯嗯?|啊|哦|oh|well|um|uh)(?=.)/;

/**
 * Whether a whole message says yes or no: "好的", "对的，谢谢", "no thanks". Undefined where it says anything more, so that
 * "不对，是昨天" is heard as the correction that it is. Written for questions that can be answered by yes or no only.
 */
export function agreementOf(text: string): 'yes' | 'no' | undefined {
  const bare = normalise(text).replace(filler, '');
  if (bare.length > 24) return undefined;
  for (const candidate of [bare, bare.replace(politeness, ''), bare.replace(lead, '').replace(politeness, '')]) {
    if (yes.test(candidate)) return 'yes';
    if (no.test(candidate)) return 'no';
  }
  if (/^(?:👍|👌|✅|🆗)+$/u.test(text.trim())) return 'yes';
  if (/^(?:👎|❌)+$/u.test(text.trim())) return 'no';
  return undefined;
}

const question =
  /[?？]\s*$|[吗么呢]\s*[?？。！!~]*$|多久|多少|多大|多长|多重|几个|几天|几档|怎么|怎样|如何|为什么|为啥|哪款|哪个|哪种|哪里|哪些|什么|啥|咋|干嘛|干吗|谁(?!知道)|能不能|可不可以|有没有|是不是|会不会|要不要|可以.{0,12}吗|^(?:what|how|which|where|when|why|who|can|could|do|does|did|is|are|will|would|should|may|has|have)\b/i;

/** Whether a message asks something: a question mark, an interrogative or an English question's word order. */
export const asksSomething = (text: string): boolean =>
  normalise(text)
    .split(/(?<=[?？。！!;；\n])|(?<=\.)\s/)
    .some((sentence) => question.test(sentence.trim()));

type Words<Key extends string> = Record<'zh' | 'en', Record<Key, string[]>>;

/**
 * What a message decides where two buttons stand for yes and no: a button's words in either language (the customer may have
 * changed language since), yes or no in other words, or a refusal such as "skip" or "never mind".
 */
export function decisionOf<Key extends string>(
  heard: { text: string; interruption?: string },
  words: Words<Key>,
  buttons: Key,
): 'yes' | 'no' | undefined {
  const said = normalise(heard.text).trim();
  const button = (place: number) => [words.zh, words.en].map((language) => normalise(language[buttons][place] ?? ''));
  if (said && button(0).includes(said)) return 'yes';
  if (said && button(1).includes(said)) return 'no';
  return agreementOf(said) ?? (['cancel', 'skip', 'stop'].includes(heard.interruption ?? '') ? 'no' : undefined);
}
