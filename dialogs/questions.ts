import { asksSomething } from './agreement.ts';

const between =
  /(?<=[?？])\s*|[，,。;；]?\s*(?=(?:另外|还有|顺便(?:问|说)?|再问|对了|by the way|btw|also,?\s|one more thing|another (?:thing|question)|and (?:what|how|can|do|does|is|are|where|when)\b))/i;

// A connecting word is no part of what is asked, and would only weigh in a search.
const lead =
  /^(?:另外|还有|顺便(?:问|说)?(?:一下|一句)?|再问(?:一下|一句)?|对了|by the way|btw|also|and|one more thing|another (?:thing|question))[\s,，:：]*/i;

/** The questions of a message, each with what leads to it: "我买了加湿器。怎么洗？另外怎么退货？" holds two. One or none: the message itself. */
export function questionsIn(text: string): string[] {
  const questions: string[] = [];
  let waiting = '';
  for (const part of text.split(between)) {
    if (!part?.trim()) continue;
    waiting += part;
    if (!asksSomething(waiting)) continue;
    questions.push(waiting.trim().replace(lead, ''));
    waiting = '';
  }
  if (questions.length < 2) return [text];
  if (waiting.trim()) questions[questions.length - 1] += waiting;
  return questions;
}
