import type { Language } from '#ai/reading.ts';
import { replies } from '#dialogs/replies.ts';
import type { Form, Input } from './inputs.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const style = `
:root{color-scheme:light dark;--accent:#0f5f5c;--danger:#b3261e;--line:#8a9694;--paper:#fff;--ink:#1b2423}
@media(prefers-color-scheme:dark){:root{--accent:#7fd1cb;--danger:#ffb4ab;--line:#6d7977;--paper:#141b1a;--ink:#e7edec}}
body{font:16px/1.6 system-ui,'PingFang SC','HarmonyOS Sans','Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:0;background:var(--paper);color:var(--ink)}
main{max-width:560px;margin:0 auto;padding:24px 16px}
h1{font-size:22px;margin:0 0 16px}
label,legend{display:block;font-weight:600;margin:16px 0 4px;padding:0}
legend{margin:0 0 4px}
fieldset{border:0;margin:16px 0 0;padding:0}
fieldset label{font-weight:400;margin:4px 0;padding:8px 0}
input:not([type=radio]):not([type=checkbox]),textarea{box-sizing:border-box;width:100%;font:inherit;padding:8px;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink)}
textarea{min-height:128px}
button{font:inherit;font-weight:600;margin:24px 0 0;padding:12px 24px;border:0;border-radius:8px;background:var(--accent);color:var(--paper)}
[data-type=large] body{zoom:1.25}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.missing{color:var(--danger);margin:4px 0}`;

function page(language: Language, title: string, body: string, large = false): string {
  const type = large ? ' data-type="large"' : '';
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"${type}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

/** How a form is shown. */
export interface FormShown {
  /** Fields that must be filled in and are not. */
  missing?: string[];
  /** In large type. */
  large?: boolean;
  /** Why it comes back, where no field is at fault. */
  problem?: string | undefined;
}

/** The form to fill in; `filled`: what stands in it where it comes back. */
export function formPage(
  form: Form,
  language: Language,
  shop: string,
  filled?: URLSearchParams,
  { missing = [], large = false, problem }: FormShown = {},
): string {
  const words = replies[language].form;
  const fields = form.inputs.map((input) => {
    const given = filled ? filled.getAll(input.id) : input.value ? [input.value] : [];
    return fieldOf(input, given, missing.includes(input.id) ? words.missing : undefined);
  });
  const note = problem ? `<p class="missing" role="alert">${escaped(problem)}</p>` : '';
  const lead = note + form.words.map((each) => `<p>${escaped(each)}</p>`).join('');
  const send = escaped(form.submit || words.send);
  return page(
    language,
    shop,
    `${lead}<form method="post"${form.inputs.some(({ kind }) => kind === 'files') ? ' enctype="multipart/form-data"' : ''}>${fields.join('')}<button type="submit">${send}</button></form>`,
    large,
  );
}

/** A sentence instead of the form: it was sent, or is not there any more. */
export const sentencePage = (language: Language, shop: string, sentence: string): string =>
  page(language, shop, `<p>${escaped(sentence)}</p>`);

const types: Partial<Record<Input['kind'], string>> = { line: 'text', number: 'number', date: 'date', time: 'time' };

function fieldOf(input: Input, given: string[], problem: string | undefined): string {
  const { id, kind, label, required, choices, on } = input;
  const name = escaped(id);
  const must = required ? ' required' : '';
  const fault = problem ? `<p class="missing" id="${name}-problem">${escaped(problem)}</p>` : '';
  const described = problem ? ` aria-describedby="${name}-problem" aria-invalid="true"` : '';
  const [value = ''] = given;
  if (kind === 'files')
    return `<label for="${name}">${escaped(label)}</label><input id="${name}" name="${name}" type="file" multiple accept="image/*,video/*,audio/*,.pdf">${fault}`;
  if (kind === 'text')
    return `<label for="${name}">${escaped(label)}</label><textarea id="${name}" name="${name}" maxlength="2000"${must}${described}>${escaped(value)}</textarea>${fault}`;
  if (kind === 'tick') {
    const ticked = given.includes(on) ? ' checked' : '';
    return `<fieldset><label><input type="checkbox" name="${name}" value="${escaped(on)}"${ticked}${must}${described}> ${escaped(label)}</label>${fault}</fieldset>`;
  }
  if (kind === 'choice' || kind === 'choices') {
    const type = kind === 'choice' ? 'radio' : 'checkbox';
    const options = choices.map((choice) => {
      const chosen = given.includes(choice.value) ? ' checked' : '';
      const needed = kind === 'choice' ? must : '';
      return `<label><input type="${type}" name="${name}" value="${escaped(choice.value)}"${chosen}${needed}> ${escaped(choice.title)}</label>`;
    });
    return `<fieldset${described}><legend>${escaped(label)}</legend>${options.join('')}${fault}</fieldset>`;
  }
  return `<label for="${name}">${escaped(label)}</label><input id="${name}" name="${name}" type="${types[kind]}" value="${escaped(value)}" maxlength="2000"${must}${described}>${fault}`;
}
