import type { LauncherWords } from './words.ts';

/** The offer beside the button: a sentence, yes and no. It takes no focus; whoever reads on is not disturbed. */
export function createBubble(words: LauncherWords, answered: (yes: boolean) => void): HTMLElement {
  const bubble = document.createElement('section');
  bubble.className = 'help';
  bubble.ariaLabel = words.helpLabel;
  const text = document.createElement('p');
  text.role = 'status';
  const choose = (label: string, yes: boolean): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => answered(yes));
    return button;
  };
  bubble.append(text, choose(words.helpYes, true), choose(words.helpNo, false));
  // Said a moment later than it is there, so that it is read out.
  setTimeout(() => {
    text.textContent = words.help;
  }, 50);
  return bubble;
}
