import { DAY } from './calendar.ts';
import { Random } from './random.ts';

const both = (zh: string, en: string) => ({ default: en, 'zh-cn': zh });
const DAYS = 120;
const ANSWERS = 160;
/** Shanghai is eight hours ahead all the year. */
const AHEAD = DAY / 3;

const said = [
  [2, '店里找不到人问', 'Nobody to ask in the shop'],
  [3, '试用区人太多', 'The place to try things was crowded'],
  [5, '店员很懂产品', 'They know what they sell'],
] as const;

/** A survey that hangs in the shop as a poster, answered by nobody knows whom: drawn ids, the day and no time. Made of its own chance. */
export function anonymousAnswers(now: Date) {
  const random = new Random(5399);
  const createdAt = new Date(now.getTime() - DAYS * DAY);
  const definition = {
    showQuestionNumbers: false,
    pages: [
      {
        name: 'page',
        elements: [
          {
            type: 'rating',
            name: 'score',
            isRequired: true,
            rateMin: 1,
            rateMax: 5,
            title: both('今天在店里，您满意吗？', 'How satisfied were you in our shop today?'),
          },
          { type: 'comment', name: 'comment', maxLength: 2000, title: both('想说点什么？', 'Anything to add?') },
        ],
      },
    ],
  };
  const survey = {
    id: random.id(createdAt),
    key: 'demoShopVisit',
    title: { zh: '湖滨店意见（匿名）', en: 'Our shop in Hubin (anonymous)' },
    metric: 'csat',
    touchpoint: 'marketing',
    definition,
    anonymous: true,
    active: true,
    asking: {},
    demo: true,
    createdAt,
  };
  const link = {
    id: random.id(createdAt),
    surveyId: survey.id,
    name: '湖滨店收银台 / Hubin till',
    token: `demo-${drawn(random)}`,
    createdAt,
  };
  const responses = Array.from({ length: ANSWERS }, () => {
    const day = Math.floor((now.getTime() + AHEAD - random.int(1, DAYS) * DAY) / DAY) * DAY - AHEAD;
    const score = random.weighted([
      [5, 42],
      [4, 30],
      [3, 16],
      [2, 8],
      [1, 4],
    ] as const);
    const language = random.chance(0.15) ? ('en' as const) : ('zh' as const);
    const words = random.chance(0.3) ? said.find(([atMost]) => score <= atMost) : undefined;
    const comment = words ? words[language === 'en' ? 2 : 1] : null;
    const answers = { score, ...(comment && { comment }) };
    const way = { surveyId: survey.id, way: 'link', language };
    return { id: drawn(random), ...way, score, comment, answers, answeredAt: new Date(day) };
  });
  const byId = responses.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { survey, link, responses: byId };
}

/** A UUID of version 4: chance alone. */
function drawn(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
