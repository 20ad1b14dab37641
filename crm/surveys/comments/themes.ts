import { guessCause } from '../../complaints/causeWords.ts';
import type { Localized } from '../../localized.ts';

/** What comments are about, by the words in them; a comment may be about several. */
export interface Theme {
  code: string;
  name: Localized;
  words: readonly string[];
}

const theme = (code: string, zh: string, en: string, words: string): Theme => ({
  code,
  name: { zh, en },
  words: words.split(' ').map((word) => word.replaceAll('_', ' ')),
});

/** Themes of contact; of products the shop's causes of complaints come beside them. */
export const themes: readonly Theme[] = [
  theme(
    'answer',
    '回答是否有用',
    'Answers',
    '答非所问 没回答 不清楚 听不懂 看不懂 没解决 解决了 有用 没用 讲得清楚 很清楚 说得清 answer unclear helpful useless solved understand explained clear',
  ),
  theme(
    'wait',
    '等待与速度',
    'Waiting and speed',
    '等了 等太久 等好久 很久 太慢 慢 很快 及时 马上 秒回 没人 waited wait slow quick fast nobody prompt',
  ),
  theme(
    'attitude',
    '态度',
    'Manner',
    '态度 耐心 热情 礼貌 客气 敷衍 不耐烦 亲切 friendly polite rude patient attitude kind',
  ),
  theme('person', '机器人与人工', 'Bot or person', '机器人 人工 真人 转人工 智能客服 bot robot human person agent'),
  theme(
    'quality',
    '产品质量',
    'Product quality',
    '质量 坏了 坏 漏水 噪音 声音大 异味 故障 好用 不好用 耐用 broken leak noise quality smell works faulty',
  ),
  theme('price', '价格与优惠', 'Price', '价格 贵 便宜 优惠 划算 性价比 涨价 price expensive cheap discount value'),
  theme(
    'delivery',
    '物流与包装',
    'Delivery',
    '物流 快递 发货 配送 包装 送货 到货 delivery shipping parcel package courier',
  ),
  theme(
    'returns',
    '退换与保修',
    'Returns and warranty',
    '退货 换货 退款 退换 保修 维修 售后 refund return exchange warranty repair',
  ),
  theme(
    'promise',
    '承诺与回访',
    'Promises',
    '答应 承诺 回电 回访 没打电话 没消息 说话不算 promise promised call_back called callback',
  ),
];

/** The codes of what a comment is about. */
export const themesOf = (comment: string): string[] =>
  themes.filter((each) => guessCause([each], comment) !== undefined).map(({ code }) => code);
