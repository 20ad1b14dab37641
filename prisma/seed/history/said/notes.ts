import type { Localized } from '../../catalogue/shapes.ts';

/** What colleagues write when they act: on a complaint, and on a task. */
export const notes = {
  understood: [
    { zh: '已电话了解，客户发来照片和批号。', en: 'Called; photos and batch number received.' },
    { zh: '情况属实，待技术判断。', en: 'As described; waiting for the technician.' },
  ],
  inHand: [
    { zh: '新机已发出，快递单号已告知客户。', en: 'Replacement sent, tracking number given.' },
    { zh: '已安排上门取件，检测中。', en: 'Pick-up arranged, being examined.' },
    { zh: '退款已提交财务。', en: 'Refund passed to accounts.' },
  ],
  answered: [
    { zh: '客户收到新的，试用正常。', en: 'The customer has the new one and it works.' },
    { zh: '退款到账，客户确认。', en: 'Refund arrived, customer confirmed.' },
    { zh: '指导清洁除垢后恢复正常。', en: 'Works again after cleaning as explained.' },
  ],
  reached: [
    { zh: '电话里聊了十分钟，客户接受方案。', en: 'Ten minutes on the phone; the customer agrees.' },
    { zh: '微信上说清楚了。', en: 'Cleared up in chat.' },
    { zh: '道歉并送了一张 30 元券。', en: 'Apologised and gave a voucher of CNY 30.' },
  ],
  notReached: [{ zh: '两次没接通，已发消息。', en: 'No answer twice, left a message.' }],
} satisfies Record<string, Localized[]>;

/** Things that colleagues promised and must still do; {n} is the product. */
export const followUps: Localized[] = [
  { zh: '新的到货后回访：{n}', en: 'Check after the replacement: {n}' },
  { zh: '检测结果出来后告诉客户：{n}', en: 'Tell the customer the result: {n}' },
  { zh: '约好的回电：{n} 的使用问题', en: 'Agreed call back: using {n}' },
  { zh: '补寄零件并确认收到：{n}', en: 'Send the part and confirm: {n}' },
];
