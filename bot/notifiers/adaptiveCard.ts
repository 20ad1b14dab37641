import { inert, type Message } from './words.ts';

/** A message as an Adaptive Card 1.4 (what Teams shows), with its first `count` lines; buttons where it has but one. */
export function cardOf({ title, lines, words }: Message, count: number): object {
  const [only] = lines;
  const single = lines.length === 1 && only;
  const action = (name: string, url: string) => ({ type: 'Action.OpenUrl', title: name, url });
  const link = (name: string, url: string) => `[${name}](${url})`;
  const shown = lines.slice(0, count).flatMap(({ item, heading, detail, open, done }) => {
    const people = item.people.map(({ name }) => inert(name)).join(', ');
    const links = single ? '' : [link(words.open, open), ...(done ? [link(words.done, done)] : [])].join(' · ');
    const below = [inert(detail), people, links].filter(Boolean).join(' · ');
    return [
      { type: 'TextBlock', text: inert(heading), wrap: true, ...(item.urgent ? { color: 'Attention' } : {}) },
      { type: 'TextBlock', text: below, wrap: true, isSubtle: true, spacing: 'None' },
    ];
  });
  const left = lines.length - count;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: inert(title), weight: 'Bolder', wrap: true },
      ...shown,
      ...(left > 0 ? [{ type: 'TextBlock', text: words.rest(left), wrap: true }] : []),
    ],
    ...(single
      ? { actions: [action(words.open, single.open), ...(single.done ? [action(words.done, single.done)] : [])] }
      : {}),
  };
}

/** The card with as many lines as fit into so many bytes. */
export function fitCard(card: (count: number) => object, lines: number, bytes: number): object {
  for (let count = lines; count > 1; count--) {
    const made = card(count);
    if (Buffer.byteLength(JSON.stringify(made)) <= bytes) return made;
  }
  return card(1);
}
