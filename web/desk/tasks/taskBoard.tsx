import { App, Segmented } from 'antd';
import { type DragEvent, type ReactNode, type RefObject, useState } from 'react';
import { useNavigate } from 'react-router';
import type { BoardColumn, TaskPriority } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { priorityNames } from '../i18n/names.ts';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { type BoardKind, type Drop, useBoard, useDrop } from '../queries/taskViews.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { useKeys } from '../shell/keys.ts';
import { TaskRow } from './taskRow.tsx';
import { useTaskFilter } from './useTaskFilter.ts';
import { ViewHead } from './viewHead.tsx';

const kinds = ['state', 'owner', 'priority'] as const;
/** The id of the task that is dragged, in a form that other pages do not take. */
const dragged = 'application/x-zhiyin-task';

/** h and l go from column to column. */
function useColumnKeys(board: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1): void => {
    const columns = [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    const at = columns.findIndex((column) => column.contains(document.activeElement));
    for (let next = at + by; next >= 0 && next < columns.length; next += by) {
      const card = columns[next]!.querySelector<HTMLElement>('[data-row]');
      if (!card) continue;
      card.focus();
      card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
  };
  useKeys({ h: () => step(-1), l: () => step(1) });
}

/** Tasks side by side. A card is moved by the mouse, or acted on by the keys of the inbox. */
export function TaskBoard({ board, raise }: { board: RefObject<HTMLDivElement | null>; raise(): void }): ReactNode {
  const t = useTexts(taskViewTexts);
  const [byValue, setBy] = useAddressValue('by');
  const by = oneOf(byValue, kinds);
  const { filter } = useTaskFilter();
  const columns = useBoard(filter, by);
  useColumnKeys(board);
  return (
    <main className="view" aria-label={t.board}>
      <ViewHead raise={raise}>
        <Segmented<BoardKind>
          aria-label={t.by}
          value={by}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={setBy}
        />
      </ViewHead>
      {columns.isPending && <RowsSkeleton />}
      {columns.error && !columns.data && <ProblemNote error={columns.error} retry={() => void columns.refetch()} />}
      <div className="board" ref={board}>
        {columns.data?.columns.map((column) => (
          <Column key={column.key} column={column} by={by} />
        ))}
      </div>
    </main>
  );
}

function Column({ column, by }: { column: BoardColumn; by: BoardKind }): ReactNode {
  const t = useTexts(taskViewTexts);
  const priorities = useTexts(priorityNames);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const drop = useDrop();
  const [over, setOver] = useState(false);
  const { key, owner, total, items } = column;
  const name = owner?.name ?? priorities[key as TaskPriority] ?? t.columns[key] ?? key;
  const search = window.location.search;
  const meant = (id: string): Drop | string => {
    if (by === 'priority') return { id, patch: { priority: key } };
    if (owner) return { id, ownerId: owner.id };
    if (key === 'unowned') return { id, post: 'release' };
    if (key === 'inHand') return { id, post: 'claim' };
    return key === 'done' ? 'complete' : 'snooze';
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer.getData(dragged);
    if (!id || items.some((task) => task.id === id)) return;
    const wish = meant(id);
    // To be done or put off asks for more: its form is opened.
    if (typeof wish === 'string') {
      const next = new URLSearchParams(search);
      next.set('do', wish);
      void navigate({ pathname: `/tasks/${id}`, search: next.toString() });
    } else drop.mutate(wish, { onError: (error) => void message.error(problemText(error)) });
  };
  return (
    <section
      className="board-column"
      data-column={key}
      data-over={over ? 'yes' : 'no'}
      aria-label={`${name} ${total}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h2 className="board-head">
        {name} <span className="figures soft">{total}</span>
      </h2>
      <div className="board-cards">
        {items.length === 0 && <p className="soft board-empty">{t.empty}</p>}
        {items.map((task) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging only adds to what the card's link and the keys do
          <div
            key={task.id}
            className="board-card"
            draggable={task.state === 'open'}
            onDragStart={(event) => event.dataTransfer.setData(dragged, task.id)}
          >
            <TaskRow task={task} selected={false} fresh={false} search={search} />
          </div>
        ))}
        {total > items.length && <p className="soft board-empty">{t.more(total - items.length)}</p>}
      </div>
    </section>
  );
}
