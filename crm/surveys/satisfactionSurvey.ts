import type { Prisma } from '#prisma/client.ts';

/** Satisfaction is asked by this survey: one question on a scale of 1 to 5 (CSAT), then room for words. A SurveyJS definition. */
export const satisfactionSurvey = {
  key: 'satisfaction',
  metric: 'csat',
  title: { zh: '服务满意度', en: 'Satisfaction with our help' },
  definition: {
    showQuestionNumbers: false,
    pages: [
      {
        name: 'rating',
        elements: [
          {
            type: 'rating',
            name: 'score',
            title: { default: 'How satisfied are you with our help?', 'zh-cn': '您对这次服务满意吗？' },
            isRequired: true,
            rateType: 'stars',
            rateMin: 1,
            rateMax: 5,
          },
          {
            type: 'comment',
            name: 'comment',
            title: { default: 'What should we do better?', 'zh-cn': '您希望我们改进什么？' },
            maxLength: 2000,
          },
        ],
      },
    ],
  },
} satisfies Omit<Prisma.SurveyCreateInput, 'id'>;
