import { Segmented } from 'antd';
import { type DragEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardColumn, Task } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { type BoardKind, useBoard } from '../queries/taskViews.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { focusedRow, useKeys } from '../shell/keys.ts';
import { CardMove, useCardMove, useColumnName } from './cardMove.tsx';
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

/** m asks where the focused card goes; wherever it stands afterwards, it has the focus again. */
function useMoving(
  board: RefObject<HTMLElement | null>,
  columns: BoardColumn[],
): { moving: Task | undefined; stop(): void } {
  const [id, setId] = useState<string>();
  const last = useRef<string>(undefined);
  useKeys({ m: () => setId(focusedRow(board.current)) });
  // The columns are not used, but when they come anew the card may stand elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is the signal
  useEffect(() => {
    if (id || !last.current || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-row="${last.current}"]`)?.focus();
  }, [board, columns, id]);
  const moving = id ? columns.flatMap(({ items }) => items).find((task) => task.id === id) : undefined;
  return {
    moving: moving?.state === 'open' ? moving : undefined,
    stop: () => {
      last.current = id;
      setId(undefined);
    },
  };
}

/** Tasks side by side. A card is moved by the mouse or by m, and acted on by the keys of the inbox. */
export function TaskBoard({ board, raise }: { board: RefObject<HTMLDivElement | null>; raise(): void }): ReactNode {
  const t = useTexts(taskViewTexts);
  const [byValue, setBy] = useAddressValue('by');
  const by = oneOf(byValue, kinds);
  const { filter } = useTaskFilter();
  const columns = useBoard(filter, by);
  useColumnKeys(board);
  const { moving, stop } = useMoving(board, columns.data?.columns ?? []);
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
      {moving && <CardMove task={moving} columns={columns.data?.columns ?? []} by={by} close={stop} />}
    </main>
  );
}

function Column({ column, by }: { column: BoardColumn; by: BoardKind }): ReactNode {
  const t = useTexts(taskViewTexts);
  const name = useColumnName()(column);
  const move = useCardMove(by);
  const [over, setOver] = useState(false);
  const { key, total, items } = column;
  const search = window.location.search;
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer.getData(dragged);
    if (id && !items.some((task) => task.id === id)) move(id, column);
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
