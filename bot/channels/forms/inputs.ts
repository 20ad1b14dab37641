import type { Activity, Attachment } from 'botbuilder';
import { elementsOf, isAdaptive } from '../cards.ts';

/** A field of a form. */
export interface Input {
  id: string;
  label: string;
  kind: 'line' | 'text' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'tick' | 'files';
  required: boolean;
  value: string;
  choices: { title: string; value: string }[];
  /** What a tick means. */
  on: string;
  off: string;
}

/** A form: an Adaptive Card that asks for something. */
export interface Form {
  words: string[];
  inputs: Input[];
  submit: string | undefined;
  /** What is sent with the answers. */
  data: Record<string, unknown>;
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The form of an activity; undefined where it asks for nothing that must be filled in. */
export function formOf({ attachments = [] }: Partial<Activity>): Form | undefined {
  const card = attachments.find((attachment) => isAdaptive(attachment) && hasInputs(attachment));
  if (!card) return undefined;
  const elements = [...elementsOf(card.content)];
  const action = elements.find(({ type }) => type === 'Action.Submit' || type === 'Action.Execute');
  return {
    words: elements.filter(({ type }) => type === 'TextBlock').map((element) => text(element.text)),
    inputs: elements.flatMap(inputOf),
    submit: action && text(action.title),
    data: typeof action?.data === 'object' && action.data !== null ? (action.data as Record<string, unknown>) : {},
  };
}

/** Whether a card has fields to fill in. */
export const hasInputs = ({ content }: Attachment): boolean =>
  [...elementsOf(content)].some((one) => inputOf(one).length > 0);

function inputOf(element: Record<string, unknown>): Input[] {
  const id = text(element.id);
  const kind = kindOf(element);
  if (!id || !kind) return [];
  const choices = Array.isArray(element.choices)
    ? element.choices.map((choice: { title?: unknown; value?: unknown }) => ({
        title: text(choice.title),
        value: text(choice.value),
      }))
    : [];
  return [
    {
      id,
      kind,
      label: text(element.label) || text(element.title) || text(element.placeholder) || id,
      required: element.isRequired === true,
      value: text(element.value),
      choices,
      on: text(element.valueOn) || 'true',
      off: text(element.valueOff) || 'false',
    },
  ];
}

function kindOf({ type, isMultiline, isMultiSelect }: Record<string, unknown>): Input['kind'] | undefined {
  switch (type) {
    case 'Input.Text':
      return isMultiline ? 'text' : 'line';
    case 'Input.ChoiceSet':
      return isMultiSelect ? 'choices' : 'choice';
    case 'Input.Number':
      return 'number';
    case 'Input.Date':
      return 'date';
    case 'Input.Time':
      return 'time';
    case 'Input.Toggle':
      return 'tick';
    // Ours: no card of Bot Framework's takes files, a page does.
    case 'Input.File':
      return 'files';
    default:
      return undefined;
  }
}

const longest = 2000;

/** What was filled in, as Bot Framework sends it (`value`), and the fields that are missing. Fields that nobody asked for are left out. */
export function answersOf({ inputs, data }: Form, posted: URLSearchParams) {
  const value: Record<string, unknown> = { ...data };
  const missing: string[] = [];
  const lines: string[] = [];
  for (const input of inputs) {
    if (input.kind === 'files') continue;
    const given = posted
      .getAll(input.id)
      .map((one) => one.trim().slice(0, longest))
      .filter(Boolean);
    const known =
      input.choices.length > 0 ? given.filter((one) => input.choices.some((choice) => choice.value === one)) : given;
    const said = input.kind === 'tick' ? (known.length > 0 ? input.on : input.off) : known.join(',');
    if (input.required && (input.kind === 'tick' ? known.length === 0 : !said)) missing.push(input.id);
    value[input.id] = said;
    const titles = known.map((one) => input.choices.find((choice) => choice.value === one)?.title ?? one);
    if (titles.length > 0) lines.push(input.kind === 'tick' ? input.label : `${input.label}: ${titles.join(', ')}`);
  }
  return { value, missing, text: lines.join('\n') };
}
