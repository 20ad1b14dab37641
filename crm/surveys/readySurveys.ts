import type { Prisma } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import { askingSchema } from './asking.ts';
import type { Metric } from './metrics.ts';
import { ces, choice, comment, csat, nps, page, words } from './readyParts.ts';

/** A survey that comes with the house. */
export interface ReadySurvey {
  key: string;
  title: Localized & Prisma.InputJsonObject;
  metric: Metric;
  touchpoint: 'marketing' | 'product' | 'service' | null;
  definition: Prisma.InputJsonObject;
  asking: Prisma.InputJsonObject;
  active: boolean;
}

const asking = (wishes: object): Prisma.InputJsonObject => ({ ...askingSchema.parse(wishes) });

/** Asked when help is over: the one survey that runs from the first day, with the one after a closed complaint. */
export const afterHelp: ReadySurvey = {
  key: 'satisfaction',
  title: { zh: '服务满意度', en: 'Satisfaction with our help' },
  metric: 'csat',
  touchpoint: 'service',
  definition: page(
    csat('这次的服务，您打几分？', 'How satisfied are you with our help?'),
    comment(
      '还有什么想说的，或哪里可以做得更好？',
      'Is there anything to add, or anything that would have made it better?',
    ),
  ),
  asking: asking({ trigger: 'conversationSolved' }),
  active: true,
};

const afterComplaint: ReadySurvey = {
  key: 'afterComplaint',
  title: { zh: '投诉处理回访', en: 'How your complaint was handled' },
  metric: 'ces',
  touchpoint: 'service',
  definition: page(
    ces('“处理这次投诉，没让我多费事。”您同意吗？', '“You made it easy for me to have this put right.” Do you agree?'),
    {
      type: 'boolean',
      name: 'solved',
      title: words('问题现在解决了吗？', 'Is the problem solved now?'),
      labelTrue: words('解决了', 'Yes, it is'),
      labelFalse: words('还没有', 'Not yet'),
    },
    comment('哪一步让您费事了？', 'Which part of it was troublesome?', '{score} <= 4 or {solved} = false'),
  ),
  asking: asking({ trigger: 'complaintClosed', days: 1, reminderDays: 4 }),
  active: true,
};

const afterPurchase: ReadySurvey = {
  key: 'afterPurchase',
  title: { zh: '购物体验', en: 'Your purchase' },
  metric: 'csat',
  touchpoint: 'marketing',
  definition: page(
    csat('这次购物，您满意吗？', 'How satisfied are you with this purchase?'),
    {
      type: 'radiogroup',
      name: 'reason',
      title: words('哪一点最该改进？', 'What should we mend first?'),
      visibleIf: '{score} <= 3',
      choices: [
        choice('goods', '东西和介绍的不一样', 'It is not as described'),
        choice('delivery', '送货', 'The delivery'),
        choice('packing', '包装', 'The packing'),
        choice('price', '价格', 'The price'),
        choice('other', '别的', 'Something else'),
      ],
    },
    comment('想对我们说点什么？', 'Anything you would like to tell us?'),
  ),
  asking: asking({ trigger: 'afterPurchase', days: 7, ways: ['chat', 'mail'], samplePercent: 50 }),
  active: false,
};

const relationship: ReadySurvey = {
  key: 'relationship',
  title: { zh: '您会推荐我们吗', en: 'Would you recommend us?' },
  metric: 'nps',
  touchpoint: null,
  definition: page(
    nps(
      '您会把我们推荐给亲友吗？0 到 10 分，您给几分？',
      'How likely are you to recommend us to family and friends, from 0 to 10?',
    ),
    comment('为什么给这个分？', 'Why did you choose this figure?'),
  ),
  asking: asking({
    trigger: 'segment',
    segment: { boughtWithinDays: 180 },
    ways: ['chat', 'mail'],
    samplePercent: 25,
    reminderDays: 5,
  }),
  active: false,
};

const product: ReadySurvey = {
  key: 'product',
  title: { zh: '产品使用感受', en: 'How the product does' },
  metric: 'csat',
  touchpoint: 'product',
  definition: page(
    csat('用了一阵子，您对它满意吗？', 'Now that you have used it for a while: how satisfied are you with it?'),
    {
      type: 'matrix',
      name: 'parts',
      title: words('这几方面呢？', 'And in these respects?'),
      rows: [
        choice('quality', '质量', 'Quality'),
        choice('ease', '好不好用', 'Ease of use'),
        choice('value', '值不值这个价', 'Value for money'),
      ],
      columns: [choice('good', '好', 'Good'), choice('fair', '一般', 'Fair'), choice('poor', '差', 'Poor')],
    },
    {
      type: 'checkbox',
      name: 'wishes',
      title: words('您希望它在哪方面更好？可以多选。', 'What should be better? Choose as many as you like.'),
      visibleIf: '{score} <= 4',
      choices: [
        choice('function', '功能', 'What it does'),
        choice('looks', '外观', 'Its looks'),
        choice('manual', '说明书', 'The manual'),
        choice('noise', '声音', 'Its noise'),
        choice('durability', '耐用', 'How long it lasts'),
      ],
    },
    comment('最喜欢或最不喜欢它什么？', 'What do you like most about it, or least?'),
  ),
  asking: asking({ trigger: 'afterPurchase', days: 45, ways: ['chat', 'mail'], samplePercent: 30 }),
  active: false,
};

const touch = (
  touchpoint: 'marketing' | 'product' | 'service',
  title: ReadySurvey['title'],
  question: [zh: string, en: string],
  why: [zh: string, en: string],
): ReadySurvey => ({
  key: `${touchpoint}Contact`,
  title,
  metric: 'csat',
  touchpoint,
  definition: page(csat(...question), comment(...why)),
  asking: asking({ trigger: 'byHand' }),
  active: false,
});

/** What a shop has to begin with, in both languages. Those that write of their own accord are off: a shop looks at them first. */
export const readySurveys: readonly ReadySurvey[] = [
  afterHelp,
  afterComplaint,
  afterPurchase,
  relationship,
  product,
  touch(
    'marketing',
    { zh: '了解和选购', en: 'Finding and choosing' },
    ['了解、选购我们的产品，您满意吗？', 'How satisfied are you with finding and choosing our products?'],
    ['哪里让您犹豫过？', 'What made you hesitate?'],
  ),
  touch(
    'product',
    { zh: '产品本身', en: 'The products themselves' },
    ['对我们的产品，您满意吗？', 'How satisfied are you with our products?'],
    ['哪个产品最该改？怎么改？', 'Which product should change most, and how?'],
  ),
  touch(
    'service',
    { zh: '售前售后服务', en: 'Our service' },
    ['对我们的服务，您满意吗？', 'How satisfied are you with our service?'],
    ['哪次服务您印象最深？', 'Which time do you remember best?'],
  ),
];
