import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { asksHours, asksPlace } from './hours.ts';
import { replies } from './replies.ts';

const askingWhatIAm =
  /机器人|真人|人工智能|\bai\b|智能客服|你是(?:谁|什么|人)|你叫什么|自动回复|\b(?:robot|bot|human|real person|machine|chatgpt|computer)\b|who are you|what are you|your name/;

/** "讲个笑话" wishes for a joke, it is not offended by one. */
const entertain = /(?:讲|说|来|唱|写|念|猜).{0,3}(?:个|段|首|点)|\b(?:joke|story|sing|poem|song|riddle)\b/;

/** Courtesies and small talk: short, honest, and never pretending to be a person. */
export class SmallTalkDialog extends Dialog {
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('smallTalk@1');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options: Partial<WishOptions> = {}): Promise<DialogTurnResult> {
    const { context } = dc;
    const { language, reading, text } = heardOf(context);
    const words = replies[language];
    const { customer } = turnOf(context);
    const { name: shopName, hoursText, address, hotline } = await this.#services.shop.profile();
    const shop = inLanguage(shopName, language);
    const memory = memoryOf(context);
    const { intent = 'chitchat', aspect, aside = false } = options.wish ?? {};
    const buttons = aside ? [] : words.startButtons;
    if (asksHours(text) || asksPlace(text)) {
      const told = asksHours(text)
        ? words.hours(inLanguage(hoursText, language))
        : words.place(shop, address ? inLanguage(address, language) : null, hotline ?? null);
      await say(context, told, aside ? {} : { buttons: words.personButtons });
      return dc.endDialog();
    }
    // "沐雨露有哪些" asks what there is, not what the bot can do.
    if (intent === 'capabilities' && (await this.#services.products.kindIn(text))) return dc.endDialog(false);
    switch (intent) {
      case 'greeting': {
        const again = memory.greeted && aspect !== 'welcome';
        memory.greeted = true;
        const hello = again || aside ? words.helloAgain(customer.name) : words.hello(customer.name, shop);
        const tail = aspect === 'welcome' ? `\n\n${words.welcomeTail(inLanguage(hoursText, language))}` : '';
        await say(context, hello + tail, { buttons });
        break;
      }
      case 'thanks':
        await say(context, memory.helped || aside ? words.thanks : words.thanksMore);
        break;
      case 'goodbye':
        await say(context, words.goodbye(customer.name));
        break;
      case 'capabilities':
        await say(context, askingWhatIAm.test(normalise(text)) ? words.robot(shop) : words.capabilities(shop), {
          buttons,
        });
        break;
      default:
        if (askingWhatIAm.test(normalise(text))) await say(context, words.robot(shop));
        else if (reading.sentiment.label === 'positive') await say(context, words.praise);
        else if (reading.sentiment.label === 'negative' && !asksSomething(text) && !entertain.test(normalise(text)))
          await say(context, words.upset, { buttons: words.personButtons });
        else await say(context, words.chat, { buttons });
    }
    return dc.endDialog();
  }
}
