import { Button, Input } from 'antd';
import type { ClipboardEvent, ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { freshItem, type Item, linesOf } from './choiceItems.ts';
import { OrderButtons } from './orderButtons.tsx';
import type { SimpleQuestion } from './simpleList.ts';

/** The choices or rows of a question, one below the other. Each keeps what is stored of it, wherever it moves and whatever goes. */
export function ChoiceList(props: {
  question: SimpleQuestion;
  history: readonly unknown[] | undefined;
  change(items: Item[]): void;
}): ReactNode {
  const { question, history, change } = props;
  const t = useTexts(surveyTexts);
  const { items } = question;
  const name = question.kind === 'matrix' ? t.row : t.option;
  const set = (at: number, words: Partial<Pick<Item, 'zh' | 'en'>>) =>
    change(items.map((item, i) => (i === at ? { ...item, ...words } : item)));
  /** The list with more at its end, each new. */
  const withMore = (list: Item[], more: { zh: string; en: string }[]) => {
    const all = [...list];
    for (const words of more) all.push(freshItem({ ...question, items: all }, history ?? [], words));
    return all;
  };
  /** A list that is pasted fills this line and adds the rest. */
  const paste = (event: ClipboardEvent, at: number) => {
    const [first, ...others] = linesOf(event.clipboardData.getData('text'));
    if (!first || others.length === 0 || !history) return;
    event.preventDefault();
    change(
      withMore(
        items.map((item, i) => (i === at ? { ...item, ...first } : item)),
        others,
      ),
    );
  };
  return (
    <>
      <ol className="survey-choices">
        {items.map((item, at) => (
          <li key={item.value} aria-label={name(at + 1)}>
            <Input
              aria-label={`${name(at + 1)} · 中文`}
              placeholder={`${name(at + 1)} · 中文`}
              value={item.zh}
              onPaste={(event) => paste(event, at)}
              onChange={({ target }) => set(at, { zh: target.value })}
            />
            <Input
              aria-label={`${name(at + 1)} · English`}
              placeholder={`${name(at + 1)} · English`}
              value={item.en}
              onChange={({ target }) => set(at, { en: target.value })}
            />
            <OrderButtons list={items} at={at} drop={t.dropItem} change={change} />
          </li>
        ))}
      </ol>
      <span>
        <Button size="small" disabled={!history} onClick={() => change(withMore(items, [{ zh: '', en: '' }]))}>
          {question.kind === 'matrix' ? t.addRow : t.addOption}
        </Button>
      </span>
      {items.length > 0 && <p className="soft survey-choices-note">{t.keptValues}</p>}
    </>
  );
}
