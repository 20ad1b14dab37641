import { Alert, App, Button, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Retention, RetentionPreview } from '../../api.ts';
import { useFormats, useNow } from '../../frame/formats.ts';
import { useTexts } from '../../frame/language.tsx';
import { useProblemText } from '../../frame/problemNote.tsx';
import { retentionTexts } from '../../i18n/retention.ts';
import { type Periods, useRetentionChange, useRetentionPreview } from '../../queries/retention.ts';

const choices = [3, 6, 12, 24, 36, 60, 84, 120];
const people = ['strangers', 'customers'];
type Kind = keyof Periods;

function Would({ preview }: { preview: RetentionPreview | undefined }): ReactNode {
  const t = useTexts(retentionTexts);
  const formats = useFormats();
  const now = useNow();
  if (!preview || preview.months === null) return null;
  if (preview.rows === 0 || !preview.oldest) return <span className="soft">{t.nothing}</span>;
  const say = people.includes(preview.kind) ? t.wouldErase : t.wouldCut;
  return (
    <span className="retention-would">{say(formats.integer(preview.rows), formats.date(preview.oldest, now))}</span>
  );
}

/** A period for each kind, with what it would cut now. */
export function RetentionForm({ retention }: { retention: Retention }): ReactNode {
  const t = useTexts(retentionTexts);
  const formats = useFormats();
  const now = useNow();
  const [periods, setPeriods] = useState<Periods>(retention.periods);
  const preview = useRetentionPreview(periods);
  const change = useRetentionChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const { lastRun } = retention;
  const did = Object.entries(lastRun?.counts ?? {}).map(
    ([kind, count]) => `${t.kinds[kind]?.name ?? kind} ${formats.integer(count)}`,
  );
  const save = (): void =>
    void change.mutateAsync(periods).then(
      () => void message.success(t.saved),
      () => undefined,
    );
  return (
    <section className="block">
      <ul className="retention">
        {Object.entries(t.kinds).map(([kind, { name, about }]) => {
          const months = periods[kind as Kind] ?? null;
          const known =
            months === null || choices.includes(months) ? choices : [...choices, months].sort((a, b) => a - b);
          return (
            <li key={kind}>
              <div>
                <strong>{name}</strong>
                <span className="soft">{about}</span>
                <Would preview={preview.data?.items.find((each) => each.kind === kind)} />
              </div>
              <Select
                aria-label={name}
                value={months ?? 0}
                options={[{ value: 0, label: t.forever }, ...known.map((value) => ({ value, label: t.months(value) }))]}
                onChange={(value) => setPeriods({ ...periods, [kind]: value === 0 ? null : value })}
              />
            </li>
          );
        })}
      </ul>
      {[preview.error, change.error].map(
        (error) => error && <Alert key={error.message} type="error" title={problemText(error)} showIcon role="alert" />,
      )}
      <div className="block-head">
        <span className="soft">
          {lastRun ? `${t.lastRun(formats.moment(lastRun.at, now))} · ${did.join('、') || t.lastRunNothing}` : t.never}
        </span>
        <Popconfirm title={t.saveSure} description={t.saveText} okText={t.save} cancelText={t.cancel} onConfirm={save}>
          <Button type="primary" loading={change.isPending}>
            {t.save}
          </Button>
        </Popconfirm>
      </div>
    </section>
  );
}
