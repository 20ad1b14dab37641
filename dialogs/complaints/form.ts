import { type Attachment, CardFactory } from 'botbuilder';
import { z } from 'zod';
import type { Language } from '#ai/reading.ts';
import { type Draft, LIMIT, type MeantProduct } from './draft.ts';
import { replies } from './replies.ts';

/** A complaint as a form, with what is known already; how the customer is reached does not stand on a page that a link opens. */
export function complaintForm(draft: Draft, language: Language): Attachment {
  const { form, labels, extraLabels, buttons } = replies[language];
  const text = (id: string, label: string, value = '', more: object = {}) => ({
    type: 'Input.Text',
    id,
    label,
    value,
    ...more,
  });
  const date = (id: string, label: string, value = '') => ({ type: 'Input.Date', id, label, value });
  const choices = buttons.wish.map((title) => ({ title, value: title }));
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: form.offer,
    body: [
      { type: 'TextBlock', text: form.title },
      text('product', labels.product, draft.product),
      text('whatHappened', labels.whatHappened, draft.whatHappened, { isMultiline: true, isRequired: true }),
      { type: 'Input.File', id: 'photos', label: form.photos },
      date('when', form.when, draft.occurredOn),
      { type: 'Input.ChoiceSet', id: 'wish', label: labels.wish, choices, value: draft.wish ?? '' },
      text('contact', form.contact),
      date('purchasedOn', extraLabels.purchasedOn, draft.purchasedOn),
      text('purchasePlace', extraLabels.purchasePlace, draft.purchasePlace),
      text('batch', extraLabels.batch, draft.batch),
    ],
    actions: [{ type: 'Action.Submit', title: form.send, data: { form: 'complaints' } }],
  });
}

const day = z.iso.date();

/** The draft with what was filled in; fields that were left empty change nothing. Who names no other way is answered in the conversation. */
export function filledIn(
  draft: Draft,
  fields: Readonly<Record<string, string>>,
  product: MeantProduct | undefined,
  language: Language,
): Draft {
  const line = (id: string) => fields[id]?.slice(0, LIMIT.line) || undefined;
  const date = (id: string) => day.safeParse(fields[id]).data;
  const filled: Draft = {
    ...draft,
    whatHappened: fields.whatHappened?.slice(0, LIMIT.story) || draft.whatHappened,
    contact: line('contact') ?? draft.contact ?? replies[language].here,
    wish: line('wish') ?? draft.wish,
    batch: line('batch') ?? draft.batch,
    purchasePlace: line('purchasePlace') ?? draft.purchasePlace,
    purchasedOn: date('purchasedOn') ?? draft.purchasedOn,
  };
  if (product) Object.assign(filled, { product: product.name, productId: product.id });
  else if (line('product') && line('product') !== draft.product)
    Object.assign(filled, { product: line('product'), productId: undefined });
  const when = date('when');
  if (when) Object.assign(filled, { when, occurredOn: when });
  // What is undefined must not be stored as a slot.
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
}
