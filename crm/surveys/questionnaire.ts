import type { Question as CoreQuestion, SurveyModel } from 'survey-core';
import type { Language } from '#ai/reading.ts';
import { type Answers, type Choice, LONGEST_ANSWER, type Question, type Value } from './question.ts';
import { locales, surveyCore } from './surveyCore.ts';

/** Why an answer is not taken, in the words of the survey's language. */
export interface AnswerProblem {
  place: string;
  message: string;
}

/** A definition at work in one language: what is asked next, and whether an answer can be taken. Branching and validation are survey-core's. */
export class Questionnaire {
  readonly #model: SurveyModel;

  readonly #language: Language;

  private constructor(model: SurveyModel, language: Language) {
    this.#model = model;
    this.#language = language;
  }

  static async of(definition: unknown, language: Language): Promise<Questionnaire> {
    const { Model } = await surveyCore();
    const model = new Model(definition);
    model.locale = locales[language];
    return new Questionnaire(model, language);
  }

  get title(): string {
    return this.#model.title ?? '';
  }

  /** What is still to be asked after these answers, in order; a question that was passed over is not asked again. */
  open(answers: Answers, passed: readonly string[] = []): Question[] {
    return this.#visible(answers)
      .flatMap(placesOf)
      .filter(({ place }) => !passed.includes(place) && !isAnswered(answers, place));
  }

  /** The first question that is asked, answered or not. */
  first(answers: Answers): Question | undefined {
    return this.#visible(answers).flatMap(placesOf)[0];
  }

  /** The question of that place; undefined where it is not asked after these answers. */
  at(place: string, answers: Answers): Question | undefined {
    return this.#visible(answers)
      .flatMap(placesOf)
      .find((question) => question.place === place);
  }

  /** The answers with one more; or why it cannot be taken. */
  with(answers: Answers, question: Question, value: Value): { answers: Answers } | { problem: string } {
    const { name, row } = question;
    const before = answers[name];
    const whole = row === null ? value : { ...(isRecord(before) ? before : {}), [row]: value };
    const next = { ...answers, [name]: whole };
    this.#model.data = next;
    const found = this.#model.getQuestionByName(name);
    if (!fits(found, whole)) return { problem: unfit(found, this.#language) };
    const wholeMatrix = row === null || found.rows.every((item: { value: string }) => item.value in (whole as object));
    if (wholeMatrix && !found.validate(true)) return { problem: errorsOf(found)[0] ?? '' };
    return { answers: next };
  }

  /** The answers of a page as they are stored: what was asked, of the right kind, and nothing else. */
  complete(given: Answers): { answers: Answers; problems: AnswerProblem[] } {
    const answers: Answers = {};
    const problems: AnswerProblem[] = [];
    // In order: what an answer hides takes its own answer away.
    for (const { name } of this.#model.getAllQuestions()) {
      const value = tidy(given[name]);
      const asked = this.#visible(answers).some((question) => question.name === name);
      if (value !== undefined && asked) answers[name] = value;
    }
    for (const question of this.#visible(answers)) {
      const value = answers[question.name];
      const message =
        value !== undefined && !fits(question, value)
          ? unfit(question, this.#language)
          : question.validate(true)
            ? undefined
            : errorsOf(question)[0];
      if (message !== undefined) problems.push({ place: question.name, message });
    }
    return { answers, problems };
  }

  /** An answer in words, as lists and exports show it. */
  said(name: string, answers: Answers): string {
    this.#model.data = answers;
    const value = this.#model.getQuestionByName(name)?.displayValue;
    return value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? Object.values(value).join(', ')
        : String(value);
  }

  #visible(answers: Answers): CoreQuestion[] {
    this.#model.data = { ...answers };
    return this.#model.getAllQuestions().filter((question) => question.isVisible && question.isParentVisible);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isAnswered(answers: Answers, place: string): boolean {
  const [name, row] = place.split('/');
  const value = answers[name!];
  return row === undefined ? value !== undefined : isRecord(value) && row in value;
}

const errorsOf = (question: CoreQuestion): string[] => question.errors.map((error) => error.getText());

/** Texts without blanks around them, nothing for what says nothing. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().slice(0, LONGEST_ANSWER) || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.slice(0, 100) : undefined;
  if (isRecord(value)) return Object.keys(value).length > 0 ? value : undefined;
  return value;
}

type Item = { value: string | number; text: string };
const choicesIn = (items: readonly Item[] = []): Choice[] => items.map(({ value, text }) => ({ value, text }));
const valuesIn = (items: readonly Item[] = []): unknown[] => items.map(({ value }) => value);

/** What to answer instead. */
function unfit(question: CoreQuestion, language: Language): string {
  const most = Number(question.maxSelectedChoices ?? 0);
  if (question.getType() === 'text' && question.inputType === 'number')
    return language === 'zh' ? '请写一个数字。' : 'Please write a number.';
  if (most > 0)
    return language === 'zh' ? `请从所列的里面选，最多 ${most} 项。` : `Please choose from the list, ${most} at most.`;
  return language === 'zh' ? '请从所列的答案里选。' : 'Please choose one of the answers.';
}

/** Whether so many may be chosen. */
const isAllowed = (question: CoreQuestion, n: number): boolean =>
  !(question.maxSelectedChoices > 0 && n > question.maxSelectedChoices);

/** Whether a value is of the question's kind: survey-core takes what a page sends on trust. */
function fits(question: CoreQuestion, value: unknown): boolean {
  const chosen = (list: readonly Item[], one: unknown) => valuesIn(list).includes(one);
  switch (question.getType()) {
    case 'rating':
      return chosen(question.visibleRateValues, value);
    case 'radiogroup':
    case 'dropdown':
      return chosen(question.visibleChoices, value);
    case 'checkbox':
    case 'tagbox':
      return (
        Array.isArray(value) &&
        isAllowed(question, value.length) &&
        new Set(value).size === value.length &&
        value.every((one) => chosen(question.visibleChoices, one))
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'matrix':
      return (
        isRecord(value) &&
        Object.entries(value).every(([row, column]) => chosen(question.rows, row) && chosen(question.columns, column))
      );
    case 'text':
      return question.inputType === 'number'
        ? typeof value === 'number' && Number.isFinite(value)
        : typeof value === 'string';
    default:
      return typeof value === 'string';
  }
}

/** A question of the definition as what is asked: itself, or a row at a time. */
function placesOf(question: CoreQuestion): Question[] {
  const asked = oneOf(question);
  if (question.getType() !== 'matrix') return [asked];
  return (question.rows as Item[]).map(({ value, text }) => ({
    ...asked,
    place: `${question.name}/${value}`,
    row: String(value),
    title: `${asked.title} — ${text}`,
    required: question.isRequired || question.isAllRowRequired,
    choices: choicesIn(question.columns),
  }));
}

const kinds: Record<string, Question['kind']> = {
  rating: 'scale',
  radiogroup: 'one',
  dropdown: 'one',
  matrix: 'one',
  checkbox: 'many',
  tagbox: 'many',
  boolean: 'yesNo',
};

function oneOf(question: CoreQuestion): Question {
  const type = question.getType();
  const kind = kinds[type] ?? (type === 'text' && question.inputType === 'number' ? 'number' : 'text');
  const { minRateDescription: low, maxRateDescription: high } = question;
  return {
    place: question.name,
    name: question.name,
    row: null,
    kind,
    title: question.locTitle.renderedHtml || question.name,
    description: question.description || null,
    required: question.isRequired,
    choices: choicesIn(type === 'rating' ? question.visibleRateValues : question.visibleChoices),
    ends: type === 'rating' && (low || high) ? { low, high } : null,
    labels: kind === 'yesNo' ? { yes: question.labelTrue, no: question.labelFalse } : null,
    longest: Math.min(LONGEST_ANSWER, question.maxLength > 0 ? question.maxLength : LONGEST_ANSWER),
  };
}
