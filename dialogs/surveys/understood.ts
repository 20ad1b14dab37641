import { chineseNumber } from '#ai/entities/chineseNumber.ts';
import { normalise } from '#ai/tokenizer.ts';
import type { Choice, Question, Value } from '#crm/surveys/question.ts';
import { agreementOf } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { number, numberOf, stepMeant, tidy } from './scale.ts';

const ordinal =
  /^(?:第|no\.? ?|number |the )?([一二三四五六七八九十\d]+|first|second|third|fourth|fifth)(?:个|项|条|种|th|st|nd|rd)?(?:吧|one)?$/i;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The stored value that a message gives for a question; undefined: it gives none. Several choices may be named in one message. */
export function meantBy(heard: Heard, question: Question): Value | undefined {
  switch (question.kind) {
    case 'scale': {
      const step = stepMeant(heard, question);
      return step === 'off' ? undefined : step;
    }
    case 'one':
      return (
        chosen(heard.text, question.choices) ??
        (question.choices.length === 5 ? scaleWord(heard, question.choices) : undefined)
      );
    case 'many': {
      const several = chosenMany(heard.text, question.choices);
      return several.length > 0 ? several : undefined;
    }
    case 'yesNo':
      return truthOf(heard.text, question);
    case 'number':
      return figureIn(heard.text);
    case 'text':
      return heard.text.slice(0, question.longest) || undefined;
  }
}

/** Five words from good to bad or bad to good are chosen from by feeling, too, where they are figures. */
function scaleWord(heard: Heard, choices: readonly Choice[]): string | number | undefined {
  const score = heard.reading.entities.rating?.score;
  return score !== undefined && choices.every(({ value }, i) => value === i + 1)
    ? choices[score - 1]!.value
    : undefined;
}

function chosen(text: string, choices: readonly Choice[]): string | number | undefined {
  const said = tidy(text);
  if (!said) return undefined;
  const exact = choices.find((choice) => tidy(choice.text) === said || String(choice.value).toLowerCase() === said);
  if (exact) return exact.value;
  const [, place] = ordinal.exec(said) ?? [];
  if (place) {
    const at = ordinals.includes(place.toLowerCase())
      ? ordinals.indexOf(place.toLowerCase()) + 1
      : chineseNumber(place);
    if (at !== undefined && choices[at - 1]) return choices[at - 1]!.value;
  }
  const letter = /^[a-j]$/i.test(said) ? said.toLowerCase().charCodeAt(0) - 97 : -1;
  if (choices[letter]) return choices[letter].value;
  const partly = choices.filter((choice) => holds(said, tidy(choice.text)));
  return partly.length === 1 ? partly[0]!.value : undefined;
}

/** Whether one is within the other; single letters say too little. */
const holds = (said: string, words: string): boolean =>
  (words.length > 1 && said.includes(words)) || (said.length > 1 && words.includes(said));

function chosenMany(text: string, choices: readonly Choice[]): (string | number)[] {
  const whole = chosen(text, choices);
  if (whole !== undefined && !/[、,，;；和与&+]| and /.test(text)) return [whole];
  const parts = text.split(/[、,，;；&+\s]+|和|与|还有|\band\b/i).filter(Boolean);
  const found = parts.flatMap((part) => chosen(part, choices) ?? []);
  const named = choices.filter((choice) => tidy(choice.text).length > 1 && tidy(text).includes(tidy(choice.text)));
  return [...new Set([...found, ...named.map(({ value }) => value)])];
}

function truthOf(text: string, { labels }: Question): boolean | undefined {
  const said = tidy(text);
  if (labels && tidy(labels.yes) === said) return true;
  if (labels && tidy(labels.no) === said) return false;
  const agreed = agreementOf(text);
  if (agreed) return agreed === 'yes';
  if (/^(?:还没|没有?(?:呢|解决)?|未|not yet|not really|it (?:is|was|has) ?n(?:o|')t)/i.test(said)) return false;
  return /^(?:有的?|已经|解决了?|it (?:is|was|has|does|did))/i.test(said) ? true : undefined;
}

/** The one figure in a message. */
function figureIn(text: string): number | undefined {
  const found = [...normalise(text).matchAll(new RegExp(number, 'gi'))].map(([word]) => numberOf(word!));
  return found.length === 1 && found[0] !== undefined && Number.isFinite(found[0]) ? found[0] : undefined;
}
