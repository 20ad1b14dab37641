import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PauseReason, ServiceClock } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { levelTexts } from '../i18n/levels.ts';
import { type LevelOf, useLevelAction } from '../queries/levels.ts';
import { LevelLog } from './levelLog.tsx';
import { LevelTag } from './levelTag.tsx';
import { PauseForm } from './pauseForm.tsx';

/** What is measured. */
export const kindOf = ({ taskId, metric }: Pick<ServiceClock, 'taskId' | 'metric'>) => (taskId ? 'task' : metric);

/** What is due when, or since when it is late, or why it stands, in words. */
export function useLevelWords(): (clock: ServiceClock) => string {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const now = useNow();
  return (clock) => {
    if (clock.level === 'paused' && clock.pausedUntil) {
      const reason = t.reasons[clock.pauseReason as PauseReason] ?? clock.pauseReason ?? '';
      return t.pausedUntil(clock.pauseNote || reason, formats.moment(clock.pausedUntil, now));
    }
    if (!clock.dueAt) return t.noTarget;
    const due = formats.moment(clock.dueAt, now);
    if (clock.finishedAt) return t.wasDueBy(due);
    const left = Date.parse(clock.dueAt) - now.getTime();
    return `${t.dueBy(due)} · ${left < 0 ? t.over(formats.span(-left)) : t.left(formats.span(left))}`;
  };
}

interface Props {
  of: LevelOf;
  clock: ServiceClock;
  /** Without its log and figures: where there is little room. */
  brief?: boolean;
}

/** One wait: what for, how it stands, how long it has lasted; it can be paused and resumed. */
export function LevelLine({ of, clock, brief = false }: Props): ReactNode {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const words = useLevelWords();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const action = useLevelAction(of, clock.id);
  const [pausing, setPausing] = useState(false);
  const what = t.kinds[kindOf(clock)];
  const resume = (): void =>
    action.mutate('resume', {
      onSuccess: () => void message.success(t.resumed),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <li className="level" data-level={clock.level}>
      <span className="level-head">
        <strong>{what}</strong>
        {clock.round > 1 && <span className="soft">{t.round(clock.round)}</span>}
        <LevelTag level={clock.level} over={clock.finishedAt !== null} />
        <span className="figures">{words(clock)}</span>
        {clock.level === 'paused' ? (
          <Button size="small" loading={action.isPending} aria-label={`${t.resume}: ${what}`} onClick={resume}>
            {t.resume}
          </Button>
        ) : (
          clock.finishedAt === null &&
          !pausing && (
            <Button size="small" aria-label={t.pauseOf(what)} onClick={() => setPausing(true)}>
              {t.pause}
            </Button>
          )
        )}
      </span>
      {!brief && (
        <span className="soft figures">
          {t.waited(formats.span(clock.business * 1000, 'hours'), formats.span(clock.wall * 1000))}
        </span>
      )}
      {pausing && <PauseForm what={what} action={action} close={() => setPausing(false)} />}
      {!brief && <LevelLog of={of} id={clock.id} />}
    </li>
  );
}
