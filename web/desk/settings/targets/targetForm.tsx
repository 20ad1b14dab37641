import { Alert, App, Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Calendar, ServiceTargets, Target } from '../../api.ts';
import { useTexts } from '../../frame/language.tsx';
import { useProblemText } from '../../frame/problemNote.tsx';
import type { LevelKind } from '../../i18n/levels.ts';
import { priorityNames } from '../../i18n/names.ts';
import { targetTexts } from '../../i18n/targets.ts';
import { useServiceTargetsChange } from '../../queries/calendars.ts';
import { priorities, TargetLine } from './targetLine.tsx';

const kinds: LevelKind[] = ['firstResponse', 'nextResponse', 'resolution', 'task'];

/** A target with a name for the page alone: two may look alike while they are written. */
interface Row {
  key: number;
  target: Target;
}

let made = 0;
const rowsOf = (targets: readonly Target[]): Row[] => targets.map((target) => ({ key: ++made, target }));
const keyOf = ({ kind, priority, tier }: Target): string =>
  [kind, priority, tier?.trim().toLowerCase() ?? ''].join(' ');
const same = (a: readonly Target[], b: readonly Target[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All targets, kept together. */
export function TargetForm({ targets, calendars }: { targets: ServiceTargets; calendars: Calendar[] }): ReactNode {
  const t = useTexts(targetTexts);
  const names = useTexts(priorityNames);
  const change = useServiceTargetsChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [rows, setRows] = useState(() => rowsOf(targets.targets));
  const written = rows.map(({ target }) => ({ ...target, tier: target.tier?.trim() || null }));
  const twice = written.find((target, index) => written.findIndex((each) => keyOf(each) === keyOf(target)) < index);
  const problem = twice && t.twice(`${t.kinds[twice.kind]} · ${names[twice.priority]} · ${twice.tier ?? t.everyTier}`);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!problem) change.mutate(written, { onSuccess: () => void message.success(t.saved) });
  };
  const add = (kind: LevelKind): void => {
    const taken = new Set(written.filter((each) => each.kind === kind && !each.tier).map(({ priority }) => priority));
    const priority = priorities.find((each) => !taken.has(each)) ?? 'normal';
    const target: Target = { kind, priority, tier: null, minutes: 60, aroundTheClock: false, calendarId: null };
    setRows([...rows, ...rowsOf([target])]);
  };
  return (
    <form onSubmit={save}>
      {kinds.map((kind) => {
        const shown = rows.filter(({ target }) => target.kind === kind);
        return (
          <section key={kind} className="block" aria-label={t.kinds[kind]}>
            <div className="block-head">
              <h2>{t.kinds[kind]}</h2>
              <Button aria-label={t.addTo(t.kinds[kind])} onClick={() => add(kind)} disabled={rows.length >= 200}>
                {t.add}
              </Button>
            </div>
            <p className="soft">{t.about[kind]}</p>
            {shown.length === 0 && kind !== 'task' && <p>{t.none}</p>}
            <ul className="targets">
              {shown.map(({ key, target }) => (
                <TargetLine
                  key={key}
                  target={target}
                  calendars={calendars}
                  change={(part) =>
                    setRows((all) =>
                      all.map((row) => (row.key === key ? { key, target: { ...row.target, ...part } } : row)),
                    )
                  }
                  remove={() => setRows((all) => all.filter((row) => row.key !== key))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <div className="targets-foot">
        {problem && <Alert type="error" title={problem} showIcon role="alert" />}
        {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
        <span className="case-buttons">
          <Button type="primary" htmlType="submit" disabled={problem !== undefined} loading={change.isPending}>
            {t.save}
          </Button>
          <Button onClick={() => setRows(rowsOf(targets.usual))}>{t.usual}</Button>
          {!same(written, targets.targets) && <span className="soft">{t.unsaved}</span>}
        </span>
      </div>
    </form>
  );
}
