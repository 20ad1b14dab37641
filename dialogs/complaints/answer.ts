import { agreementOf } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { contactFault, contactOf, meansHere } from './contact.ts';
import { type Draft, LIMIT, type MeantProduct, type Slot } from './draft.ts';
import { replies } from './replies.ts';
import { remedyOf, reportsFault, tellsAnything, tellsStory } from './story.ts';

/** What an answer fills in; or that the customer passes; or what is wrong with it, in words to say. Empty: it says nothing of what was asked. */
export interface SlotAnswer {
  filled?: Draft;
  passed?: boolean;
  fault?: string;
}

const unknown =
  /^(?:不知道|不清楚|不记得|不晓得|忘了|忘记了|记不清|想不起来|没想好|不确定|没有|无|随便|都行|都可以|你们看着办|看着办)(?:了|啦|吧|呢|呀)?[。.!！~]*$|^(?:i )?(?:do(?:n't| not) (?:know|remember|recall)|forgot|have forgotten|no idea|not sure|can'?t remember|cannot remember|can'?t say|unsure|none|whatever|anything|up to you)[.!]*$/i;

/** Reads the answer to the question for one slot. After a second try the customer's own words are good enough. */
export function readAnswer(
  slot: Slot,
  heard: Heard,
  about: { product: MeantProduct | undefined; known: string | undefined; misses: number },
): SlotAnswer {
  const { text } = heard;
  const line = text.slice(0, LIMIT.line);
  if (slot !== 'whatHappened' && unknown.test(text)) return { passed: true };
  switch (slot) {
    case 'product':
      if (about.product) return { filled: { product: about.product.name, productId: about.product.id } };
      return readProduct(heard, line, about);
    case 'whatHappened':
      // "换一个新的" is what would put it right, and kept as that.
      if (about.misses < 1 && remedyOf(text) && !tellsAnything(heard)) return {};
      return { filled: { whatHappened: text.slice(0, LIMIT.story) } };
    case 'when': {
      const [date] = heard.reading.entities.dates;
      if (!date && about.misses < 1 && (about.product || tellsOther(heard) || tellsStory(heard))) return {};
      return { filled: { when: line, ...(date ? { occurredOn: date.from } : {}) } };
    }
    case 'contact':
      return readContact(heard, line, about);
    case 'wish':
      return { filled: { wish: remedyOf(text)?.slice(0, LIMIT.line) ?? line } };
  }
}

/** A product that the shop does not know stays in the customer's words; what was said instead of one is not taken for it, but asked once more. */
function readProduct(heard: Heard, line: string, { misses }: { misses: number }): SlotAnswer {
  const isFirst = misses === 0;
  // The reader may take a name that it does not know for a story; asked twice, only plain words of a fault are one.
  const names = tellsAnything(heard) && !(isFirst ? tellsStory(heard) || tellsOther(heard) : reportsFault(heard.text));
  if (names) return { filled: { product: line } };
  return isFirst ? {} : { passed: true };
}

function readContact(heard: Heard, line: string, about: { known: string | undefined; misses: number }): SlotAnswer {
  const words = replies[heard.language];
  if (about.known && (heard.text === about.known || agreementOf(heard.text) === 'yes')) {
    return { filled: { contact: about.known } };
  }
  const contact = contactOf(heard);
  if (contact) return { filled: { contact } };
  if (meansHere(heard.text) || agreementOf(heard.text) === 'no') return { filled: { contact: words.here } };
  const fault = contactFault(heard);
  if (fault && about.misses < 1) return { fault: fault === 'phone' ? words.phoneFault : words.emailFault };
  return about.misses < 1 ? {} : { filled: { contact: line } };
}

/** Whether a message gives a day or a way to reach the customer, so that it does not speak of the product. */
const tellsOther = (heard: Heard): boolean =>
  heard.reading.entities.dates.length > 0 ||
  contactOf(heard) !== undefined ||
  meansHere(heard.text) ||
  remedyOf(heard.text) !== undefined;
