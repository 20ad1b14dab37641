import { type Column, columnFinder, headerKey } from '../columns.ts';

const columns: readonly Column[] = [
  { key: 'score', headers: ['score', '评分', '分数', '打分', 'rating', 'nps', 'csat', 'ces', '满意度', '推荐度'] },
  { key: 'survey', headers: ['survey', '问卷', '调查', 'airline', 'brand', '品牌', 'company', 'subject', '对象'] },
  { key: 'metric', headers: ['metric', '指标'] },
  {
    key: 'respondent',
    headers: [
      'respondent',
      'respondent_id',
      'customer_id',
      'customer',
      'response_id',
      'id',
      '编号',
      '客户',
      '客户编号',
      '答卷编号',
    ],
  },
  {
    key: 'answeredAt',
    headers: [
      'answered_at',
      'timestamp',
      'date',
      'time',
      'submitted at',
      '时间',
      '日期',
      '时间戳',
      '提交时间',
      '答题时间',
    ],
  },
  {
    key: 'comment',
    headers: ['comment', 'comments', 'why', 'why?', 'reason', '原因', '评语', '意见', '留言', '为什么', '为什么？'],
  },
];

const known = columnFinder(columns);
/** A question for a figure in so many words, as survey tools head their columns. */
const asksForScore = /howlikely.*recommend|scaleof\d+(?:to)?\d*|0\D{0,2}10|多大可能.*推荐|推荐给|几分|打分/;

/** What a column means; undefined: another question of the survey. */
export const responseColumn = (header: string): string | undefined =>
  known(header) ?? (asksForScore.test(headerKey(header)) ? 'score' : undefined);
