import type { Outcome, TaskType } from '../task.ts';
import type { TypeRule } from './typeRule.ts';

const may = (...outcomes: Outcome[]): TypeRule['outcomes'] =>
  outcomes.map((outcome) => ({ outcome, note: false, steps: true }));
/** Whoever was not reached, or wants nothing, did not let us do the rest. */
const without = (...outcomes: Outcome[]): TypeRule['outcomes'] =>
  outcomes.map((outcome) => ({ outcome, note: false, steps: false }));
const other: TypeRule['outcomes'][number] = { outcome: 'other', note: true, steps: false };
const must = (id: string, zh: string, en: string) => ({ id, text: { zh, en }, required: true });
const could = (id: string, zh: string, en: string) => ({ id, text: { zh, en }, required: false });

/** What each kind of task asks for until a shop says otherwise. */
export const standardTypes: Record<TaskType, TypeRule> = {
  callBack: {
    checklist: [
      could('read', '先看完整对话和客户记录', 'Read the whole conversation and the customer’s record'),
      could('ask', '问清楚问题是否还在', 'Ask whether the problem is still there'),
      could('agree', '说好下一步和时间', 'Agree on the next step and its date'),
    ],
    outcomes: [
      ...may('reached'),
      ...without('notReached'),
      ...may('solved', 'refunded', 'replaced'),
      ...without('noActionNeeded'),
      other,
    ],
  },
  answer: {
    checklist: [could('answer', '把答复发给客户', 'Send the customer the answer')],
    outcomes: [...may('solved', 'reached'), ...without('notReached', 'noActionNeeded'), other],
  },
  complaint: {
    checklist: [
      could('facts', '核对产品、批号和证据', 'Check product, batch and evidence'),
      could('cause', '选好原因代码', 'Choose the cause code'),
      could('answer', '答复客户', 'Answer the customer'),
    ],
    outcomes: [
      ...may('solved', 'refunded', 'replaced', 'repaired', 'reached'),
      ...without('notReached', 'noActionNeeded'),
      other,
    ],
  },
  repair: {
    checklist: [
      must('fault', '记下故障和序列号', 'Note the fault and the serial number'),
      must('arrived', '确认收到寄修产品', 'Confirm that the product has arrived'),
      must('tested', '修好后通电测试', 'Test it after the repair'),
      must('sentBack', '寄回并把单号告诉客户', 'Send it back and tell the customer the tracking number'),
    ],
    outcomes: [...may('repaired'), ...without('replaced', 'refunded', 'declined'), other],
  },
  gift: {
    checklist: [
      must('address', '和客户确认收件人和地址', 'Confirm recipient and address with the customer'),
      must('sent', '寄出并记下单号', 'Send it and note the tracking number'),
      could('card', '手写一张卡片', 'Write a card by hand'),
    ],
    outcomes: [...may('sent'), ...without('declined', 'notReached'), other],
  },
  care: {
    checklist: [
      could('wanted', '看客户是否愿意被联系、什么时候合适', 'See whether and when the customer wants to be contacted'),
      could('learnt', '记下新了解到的喜好', 'Note preferences that were learnt'),
    ],
    outcomes: [...may('reached', 'sent'), ...without('notReached', 'declined', 'noActionNeeded'), other],
  },
  approval: { checklist: [], outcomes: [...may('solved'), ...without('declined', 'noActionNeeded'), other] },
  promise: {
    checklist: [],
    outcomes: [...may('solved', 'reached', 'sent'), ...without('notReached', 'noActionNeeded'), other],
  },
  surveyFollowUp: {
    checklist: [
      could('listen', '听客户说哪里不满意', 'Hear what the customer was not happy with'),
      could('cause', '记下原因', 'Note the cause'),
    ],
    outcomes: [
      ...may('reached'),
      ...without('notReached'),
      ...may('solved', 'refunded', 'replaced'),
      ...without('noActionNeeded'),
      other,
    ],
  },
  knowledgeGap: {
    checklist: [could('article', '写好或更新文章', 'Write or update the article')],
    outcomes: [...may('solved'), ...without('noActionNeeded'), other],
  },
  fault: { checklist: [], outcomes: [...may('solved'), ...without('noActionNeeded'), other] },
  custom: {
    checklist: [],
    outcomes: [
      ...may('solved', 'reached', 'sent'),
      ...without('notReached', 'refunded', 'replaced', 'noActionNeeded'),
      other,
    ],
  },
};
