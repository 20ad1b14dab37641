import { normalise } from '#ai/tokenizer.ts';

const zh =
  /(?<![不没别])(?<!不[是用])(?:要|想|得|必须|需要|打算|准备|帮我|给我|替我)(?:去|再|来)?(?:对?.{0,8})?(?:投诉|举报|申诉)|^投诉(?!了|过|也|都|没)|(?:去|打|找)(?:12315|消协|消费者协会)|(?<!不)(?:起诉|曝光)你们/;
const en =
  /\b(?:want|like|need|wish|going|have) to (?:make|file|lodge|register|raise|submit)? ?(?:an? )?(?:official |formal )?complain(?:t)?\b|\b(?:make|file|lodge|register|raise|submit)(?:ing)? (?:an? |my )?(?:official |formal )?complaint\b|\bi(?:'d| would)? ?(?:have|want|like) a complaint\b|^complaint\b/;
const denied = /(?:\bnot\b|n't|\bnever\b|\bno (?:need|reason|wish)\b)[^,.!?;]{0,16}$/;

/** Whether a message asks for a complaint to be taken down, in so many words: "我要投诉", "I want to complain"; not "不想投诉", "no complaints". */
export function asksToComplain(text: string): boolean {
  const said = normalise(text).trim();
  const found = en.exec(said);
  return zh.test(said.replace(/\s+/g, '')) || (found !== null && !denied.test(said.slice(0, found.index)));
}
