type Core = typeof import('survey-core');

let loading: Promise<Core> | undefined;

/** SurveyJS, with its words in Chinese. Read when it is first needed: it takes an eighth of a second and 16 MB. */
export function surveyCore(): Promise<Core> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Core> {
  const core = await import('survey-core');
  await import('survey-core/i18n/simplified-chinese' as string);
  return core;
}

/** What SurveyJS calls our languages. */
export const locales = { zh: 'zh-cn', en: 'en' } as const;
