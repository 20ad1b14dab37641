import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { type Language, localeOf } from '../../kit/i18n.ts';
import type { Content } from './content.ts';

/** What the buttons of a card do. */
export interface CardEvents {
  submit(data: unknown): void;
  open(url: string | undefined): void;
}

// Without this the library looks for a Markdown of its own and sets what it makes as HTML.
AdaptiveCard.onProcessMarkdown = () => undefined;

/** The card as an element, or undefined if it can not be read. Text in it stays text: no Markdown, no HTML. */
export function renderAdaptiveCard(content: Content, language: Language, events: CardEvents): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(look());
  card.lang = localeOf[language];
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) events.open(action.url);
    else if (action instanceof SubmitAction || action instanceof ExecuteAction) events.submit(action.data);
  };
  card.parse(content);
  return card.render();
}

/** The page's tokens as the library's configuration. */
function look() {
  const colours = (base: string, subtle: string) => ({ default: base, subtle });
  const text = colours('var(--text)', 'var(--text-soft)');
  const accent = colours('var(--accent)', 'var(--accent)');
  const danger = colours('var(--danger)', 'var(--danger)');
  const foregroundColors = {
    default: text,
    dark: text,
    light: text,
    accent,
    good: accent,
    warning: danger,
    attention: danger,
  };
  return {
    fontFamily: 'var(--font)',
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 0 },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      emphasis: { backgroundColor: 'var(--surface-sunken)', foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'vertical',
      actionAlignment: 'stretch',
    },
  };
}
