import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Language } from '../../kit/i18n.ts';
import type { Survey } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { type SurveyInput, useSurveyChange, useSurveyCheck, useSurveyVersions } from '../queries/surveys.ts';
import { ProblemLine } from './problemLine.tsx';
import { QuestionList } from './questionList.tsx';
import { definitionOf, listOf, type SimpleQuestion, scoreQuestion } from './simpleList.ts';

const SurveyPreview = lazy(async () => ({ default: (await import('./surveyPreview.tsx')).SurveyPreview }));
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** More than the server looks at: it is told before anything is sent. */
const MOST_BYTES = 100_000;
const isTooLarge = (definition: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(definition)).length > MOST_BYTES;

/** What a survey asks, with a preview beside it and what is wrong under it; as a list of questions or as JSON. */
export function SurveyEditor(props: {
  id?: string;
  input: SurveyInput;
  done(survey: Survey | undefined): void;
}): ReactNode {
  const { id, input, done } = props;
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  const [given, setGiven] = useState(input);
  const [typed, setTyped] = useState<string>();
  const [loaded, setLoaded] = useState<number>();
  const [shown, setShown] = useState<Language>(language);
  const change = useSurveyChange();
  const versions = useSurveyVersions(id);
  const known = id === undefined ? [] : versions.data?.items.map(({ definition }) => definition);
  const history = known && [input.definition, ...known];
  const tooLarge = isTooLarge(given.definition);
  const checked = useSurveyCheck(given.definition, given.metric, !tooLarge);
  const problems = tooLarge ? [] : (checked.data?.problems ?? []);
  const list = listOf(given.definition);
  const [mode, setMode] = useState<'list' | 'json'>(list ? 'list' : 'json');
  const set = (part: Partial<SurveyInput>) => setGiven({ ...given, ...part });
  const setList = (next: SimpleQuestion[]) => set({ definition: definitionOf(next, given.definition) });
  const setMetric = (metric: SurveyInput['metric']) => {
    const before = list?.find(({ kind }) => kind === 'score');
    const score = scoreQuestion(metric, before);
    const others = list?.filter(({ kind }) => kind !== 'score');
    set({
      metric,
      ...(others && { definition: definitionOf([...(score ? [score] : []), ...others], given.definition) }),
    });
  };
  const setJson = (text: string) => {
    setTyped(text);
    try {
      set({ definition: JSON.parse(text) });
      setTyped(undefined);
    } catch {
      // Half typed: what is wrong is said under it.
    }
  };
  const nameless = !given.title.zh.trim() || !given.title.en.trim();
  const blocked = tooLarge || typed !== undefined || problems.some(({ blocks }) => blocks) || nameless;
  const isSaved = change.isSuccess && 'input' in change.variables && change.variables.input === given;
  const text = (key: 'zh' | 'en', label: string) => (
    <Field label={label}>
      <Input
        aria-label={label}
        maxLength={80}
        value={given.title[key]}
        onChange={({ target }) => set({ title: { ...given.title, [key]: target.value } })}
      />
    </Field>
  );
  return (
    <div className="survey-editor">
      <section className="block" aria-label={t.tabs.questions}>
        <div className="care-fields">
          {text('zh', t.titleZh)}
          {text('en', t.titleEn)}
          <Field label={t.metric}>
            <Select aria-label={t.metric} value={given.metric} options={options(t.metrics)} onChange={setMetric} />
          </Field>
          <Field label={t.touchpoint}>
            <Select
              aria-label={t.touchpoint}
              allowClear
              value={given.touchpoint}
              options={options(t.touchpoints)}
              onChange={(touchpoint) => set({ touchpoint: touchpoint ?? null })}
            />
          </Field>
        </div>
        <Checkbox checked={given.anonymous} onChange={({ target }) => set({ anonymous: target.checked })}>
          {t.anonymous}
        </Checkbox>
        <div className="survey-bar">
          <Segmented<'list' | 'json'>
            value={mode}
            options={[
              { value: 'list', label: t.list },
              { value: 'json', label: t.json },
            ]}
            onChange={(next) => setMode(next)}
          />
          {versions.data && versions.data.items.length > 1 && (
            <Select
              aria-label={t.earlier}
              popupMatchSelectWidth={false}
              placeholder={t.earlier}
              value={null}
              options={versions.data.items.map(({ version, answers }) => ({
                value: version,
                label: `${t.version(version)} · ${t.answersOf(answers)}`,
              }))}
              onChange={(version: number | null) => {
                const found = versions.data.items.find((item) => item.version === version);
                if (!found) return;
                set({ definition: found.definition });
                setTyped(undefined);
                setLoaded(found.version);
              }}
            />
          )}
        </div>
        {loaded !== undefined && !isSaved && <p className="soft">{t.loaded(loaded)}</p>}
        {mode === 'json' ? (
          <Input.TextArea
            aria-label={t.json}
            className="survey-json"
            spellCheck={false}
            autoSize={{ minRows: 12, maxRows: 30 }}
            value={typed ?? JSON.stringify(given.definition, null, 2)}
            onChange={({ target }) => setJson(target.value)}
          />
        ) : list ? (
          <QuestionList list={list} history={history} change={setList} />
        ) : (
          <p className="soft">{t.notSimple}</p>
        )}
        <section aria-label={t.problems} aria-live="polite">
          {typed !== undefined && <p className="survey-problem">{t.jsonBroken}</p>}
          {tooLarge && <p className="survey-problem">{t.tooLarge}</p>}
          {checked.error && !tooLarge && <ProblemNote error={checked.error} retry={() => void checked.refetch()} />}
          {checked.data && problems.length === 0 && typed === undefined && !tooLarge && (
            <p className="soft">{t.noProblems}</p>
          )}
          <ul className="survey-problems">
            {problems.slice(0, 12).map((problem) => (
              <ProblemLine key={`${problem.path} ${problem.message.en}`} problem={problem} inList={mode === 'list'} />
            ))}
          </ul>
        </section>
        {change.error && <ProblemNote error={change.error} />}
        {nameless && <p className="soft">{t.nameBoth}</p>}
        <Button
          type="primary"
          disabled={blocked}
          loading={change.isPending}
          onClick={() => change.mutate({ id, input: given }, { onSuccess: done })}
        >
          {isSaved ? t.saved : t.save}
        </Button>
      </section>
      <section className="block survey-preview" aria-label={t.preview}>
        <header>
          <h2>{t.preview}</h2>
          <Segmented<Language>
            value={shown}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(next) => setShown(next)}
          />
        </header>
        <Suspense fallback={<RowsSkeleton rows={3} />}>
          {!tooLarge && !problems.some(({ blocks }) => blocks) && (
            <SurveyPreview definition={given.definition} language={shown} />
          )}
        </Suspense>
      </section>
    </div>
  );
}
