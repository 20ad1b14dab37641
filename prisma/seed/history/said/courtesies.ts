import type { Localized } from '../../catalogue/shapes.ts';

/** What is said around the matter itself. */
export const courtesies: Record<
  'greetings' | 'welcomes' | 'thanks' | 'goodbyes' | 'followUps' | 'refusals' | 'dismissals' | 'agrees' | 'noMore',
  Localized[]
> = {
  greetings: [
    { zh: '你好', en: 'Hello' },
    { zh: '在吗', en: 'Hi there' },
    { zh: '您好，想咨询一下', en: 'Good evening, a question please' },
    { zh: '哈喽', en: 'Hey' },
  ],
  welcomes: [
    {
      zh: '您好，我是栖木的智能助手。想了解哪款产品，或者遇到什么问题，直接说就好。',
      en: 'Hello, I am the assistant of Qimu. Tell me which product or problem it is about.',
    },
  ],
  thanks: [
    { zh: '好的谢谢', en: 'Great, thanks' },
    { zh: '明白了，谢谢', en: 'Got it, thank you' },
    { zh: '谢谢，很清楚', en: 'Thanks, that is clear' },
    { zh: '嗯嗯知道了', en: 'ok, understood' },
    { zh: '太好了', en: 'Perfect' },
  ],
  goodbyes: [
    { zh: '不客气，还有需要随时叫我。', en: 'You are welcome. I am here whenever you need me.' },
    { zh: '不用谢，祝您用得顺手。', en: 'My pleasure, enjoy using it.' },
  ],
  followUps: [
    { zh: '那价格呢', en: 'And the price?' },
    { zh: '多少钱来着', en: 'How much was it again' },
  ],
  refusals: [
    { zh: '不评价', en: 'Rather not say' },
    { zh: '不用了', en: 'No thanks' },
  ],
  dismissals: [{ zh: '好的，不打扰您了。', en: 'All right, I will not ask again.' }],
  agrees: [
    { zh: '好', en: 'yes' },
    { zh: '可以，记吧', en: 'Sure, go ahead' },
    { zh: '嗯可以', en: 'yes please' },
    { zh: '行', en: 'ok' },
  ],
  noMore: [{ zh: '没有了', en: 'Nothing else' }],
};

/** How the rating is asked for and answered; {s} is the score. */
export const rating = {
  ask: {
    zh: '最后问一句：这次的服务，您打几分？5 分是很满意，1 分是很不满意。',
    en: 'One last question: how satisfied are you with our help today? 5 is very satisfied, 1 is not at all.',
  },
  /** What can be tapped. */
  steps: [
    { zh: '5 很满意', en: '5 very satisfied' },
    { zh: '4 满意', en: '4 satisfied' },
    { zh: '3 一般', en: '3 so-so' },
    { zh: '2 不满意', en: '2 not satisfied' },
    { zh: '1 很不满意', en: '1 not at all' },
  ] as Localized[],
  answers: {
    5: [
      { zh: '5 很满意', en: '5 very satisfied' },
      { zh: '五星', en: '5 stars' },
      { zh: '满分', en: 'Five!' },
    ],
    4: [
      { zh: '4 满意', en: '4 satisfied' },
      { zh: '还不错，4分', en: 'pretty good, 4' },
    ],
    3: [
      { zh: '3 一般', en: '3 so-so' },
      { zh: '还行吧', en: 'so-so' },
    ],
    2: [
      { zh: '2 不满意', en: '2 not satisfied' },
      { zh: '2分', en: '2' },
    ],
    1: [
      { zh: '1 很不满意', en: '1 not at all' },
      { zh: '1分，差', en: '1, bad' },
    ],
  } as Record<number, Localized[]>,
  high: {
    zh: '谢谢您！还有什么想说的，写在下面就好；没有也没关系。',
    en: 'Thank you! If there is anything to add, write it here; if not, that is fine, too.',
  },
  low: {
    zh: '让您失望了，很抱歉。我已经请同事来跟进，会有人联系您。',
    en: 'I am sorry we let you down. I have asked a colleague to look into it.',
  },
};

/** What customers write beside a score. */
export const comments: Record<number, Localized[]> = {
  5: [
    { zh: '回答很快，不绕弯', en: 'Quick and to the point' },
    { zh: '比打电话方便多了', en: 'So much easier than calling' },
    { zh: '客服很有耐心，问题解决了', en: 'Patient people, problem solved' },
    { zh: '连水温都告诉我了，很细心', en: 'Even told me the water temperature, very thorough' },
    { zh: '居然记得我只用无香的', en: 'It remembered that I only use unscented things' },
    { zh: '换新第二天就收到了', en: 'The replacement came the next day' },
  ],
  4: [
    { zh: '挺好，希望图片多一点', en: 'Good, more pictures would help' },
    { zh: '答案对，就是有点长', en: 'Right answer, a bit long' },
    { zh: '人工等了几分钟，其他都好', en: 'A few minutes until a person came, otherwise fine' },
  ],
  3: [
    { zh: '问了两遍才明白我的意思', en: 'It took two tries to understand me' },
    { zh: '答了，但没完全说到点上', en: 'Answered, but not quite what I asked' },
    { zh: '晚上没有人工', en: 'Nobody there in the evening' },
  ],
  2: [
    { zh: '说好回电，等到第二天', en: 'The call back came a day late' },
    { zh: '同一个问题修了两次还没好', en: 'Repaired twice, still broken' },
    { zh: '一直让我查批号，我看不清', en: 'Kept asking for a batch number I cannot read' },
  ],
  1: [
    { zh: '水壶漏热气，太吓人了', en: 'Steam from the kettle lid, frightening' },
    { zh: '加湿器把木地板泡了，没人管', en: 'The humidifier soaked my floor and nobody cared' },
    { zh: '答非所问', en: 'Useless answers' },
    { zh: '退款等了两个星期', en: 'Two weeks for a refund' },
  ],
};
