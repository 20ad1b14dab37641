import type { ComplaintState, Holder, Outcome, Role, Severity, TaskPriority, TaskType } from '../api.ts';
import type { Dictionary } from './dictionary.ts';

/** What the codes of the API are called. */
export const taskTypeNames: Dictionary<Record<TaskType, string>> = {
  zh: {
    callBack: '回电',
    answer: '回复',
    complaint: '投诉处理',
    repair: '维修',
    gift: '赠礼',
    care: '关怀',
    approval: '审批',
    promise: '兑现承诺',
    surveyFollowUp: '低分回访',
    knowledgeGap: '补充知识',
    fault: '系统异常',
    custom: '其他事项',
  },
  en: {
    callBack: 'Call back',
    answer: 'Answer',
    complaint: 'Complaint',
    repair: 'Repair',
    gift: 'Gift',
    care: 'Care',
    approval: 'Approval',
    promise: 'Promise',
    surveyFollowUp: 'Low rating',
    knowledgeGap: 'Knowledge gap',
    fault: 'System fault',
    custom: 'Task',
  },
};

export const priorityNames: Dictionary<Record<TaskPriority, string>> = {
  zh: { urgent: '紧急', high: '优先', normal: '普通', low: '不急' },
  en: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
};

export const outcomeNames: Dictionary<Record<Outcome, string>> = {
  zh: {
    solved: '已解决',
    reached: '已联系上',
    notReached: '未联系上',
    refunded: '已退款',
    replaced: '已换货',
    repaired: '已修好',
    sent: '已寄出',
    declined: '对方谢绝',
    noActionNeeded: '无需处理',
    other: '其他',
  },
  en: {
    solved: 'Solved',
    reached: 'Reached',
    notReached: 'Not reached',
    refunded: 'Refunded',
    replaced: 'Replaced',
    repaired: 'Repaired',
    sent: 'Sent',
    declined: 'Declined',
    noActionNeeded: 'Nothing to do',
    other: 'Other',
  },
};

export const severityNames: Dictionary<Record<Severity, string>> = {
  zh: { normal: '一般', serious: '严重', safety: '涉及安全' },
  en: { normal: 'Normal', serious: 'Serious', safety: 'Safety' },
};

export const complaintStateNames: Dictionary<Record<ComplaintState, string>> = {
  zh: {
    received: '已收到',
    understood: '已核实',
    inHand: '处理中',
    answered: '已答复',
    closed: '已结案',
    reopened: '重新打开',
  },
  en: {
    received: 'Received',
    understood: 'Understood',
    inHand: 'In hand',
    answered: 'Answered',
    closed: 'Closed',
    reopened: 'Reopened',
  },
};

export const holderNames: Dictionary<Record<Holder, string>> = {
  zh: { bot: '机器人接待', queue: '等待人工', person: '人工接待' },
  en: { bot: 'With the bot', queue: 'Waiting for a person', person: 'With a person' },
};

export const roleNames: Dictionary<Record<Role, string>> = {
  zh: { staff: '客服', manager: '经理', administrator: '管理员' },
  en: { staff: 'Staff', manager: 'Manager', administrator: 'Administrator' },
};

/** Log entries of a task. */
export const taskEventNames: Dictionary<Record<string, string>> = {
  zh: {
    raised: '创建',
    claimed: '认领',
    released: '放回',
    snoozed: '稍后处理',
    moved: '改期',
    woken: '到点提醒',
    nudged: '临期提醒',
    escalated: '超时上报',
    paused: '暂停计时',
    resumed: '继续计时',
    climbed: '无人查看，通知下一位',
    commented: '备注',
    assigned: '转交',
    prioritized: '调整优先级',
    attached: '添加附件',
    detached: '移除附件',
    nextPlanned: '安排下次联系',
    nextNone: '不需要再联系',
    cameAgain: '又到时间，上一项还没完成',
    stepDone: '完成步骤',
    stepUndone: '取消勾选步骤',
    done: '完成',
    cancelled: '取消',
    reopened: '重新打开',
  },
  en: {
    raised: 'Raised',
    claimed: 'Claimed',
    released: 'Released',
    snoozed: 'Snoozed',
    moved: 'Moved',
    woken: 'Back from snooze',
    nudged: 'Reminded',
    escalated: 'Escalated',
    paused: 'Paused',
    resumed: 'Resumed',
    climbed: 'Unread, next person told',
    commented: 'Note',
    assigned: 'Passed on',
    prioritized: 'Priority changed',
    attached: 'File attached',
    detached: 'File removed',
    nextPlanned: 'Next contact planned',
    nextNone: 'No further contact',
    cameAgain: 'Came round again while open',
    stepDone: 'Step done',
    stepUndone: 'Step not done after all',
    done: 'Done',
    cancelled: 'Cancelled',
    reopened: 'Reopened',
  },
};

export const channelNames: Dictionary<Record<string, string>> = {
  zh: {
    directline: '网页',
    webchat: '网页',
    wechat: '微信公众号',
    wecom: '微信客服',
    msteams: 'Teams',
    slack: 'Slack',
    telegram: 'Telegram',
    facebook: 'Messenger',
    line: 'LINE',
    whatsapp: 'WhatsApp',
    emulator: '模拟器',
    sms: '短信',
    smsgateway: '短信',
    mail: '邮件',
    webhook: '外部系统',
    console: '控制台',
    demo: '演示',
    shop: '会员号',
    phone: '电话',
    email: '邮件',
  },
  en: {
    directline: 'Web',
    webchat: 'Web',
    wechat: 'WeChat',
    wecom: 'WeCom',
    msteams: 'Teams',
    slack: 'Slack',
    telegram: 'Telegram',
    facebook: 'Messenger',
    line: 'LINE',
    whatsapp: 'WhatsApp',
    emulator: 'Emulator',
    sms: 'SMS',
    smsgateway: 'SMS',
    mail: 'Mail',
    webhook: 'Other system',
    console: 'Console',
    demo: 'Demo',
    shop: 'Member number',
    phone: 'Phone',
    email: 'E-mail',
  },
};

export const languageNames: Dictionary<Record<string, string>> = {
  zh: { zh: '中文', en: '英文' },
  en: { zh: 'Chinese', en: 'English' },
};

/** What a preference is about. */
export const preferenceNames: Dictionary<Record<string, string>> = {
  zh: {
    fragrance: '香味',
    contactTime: '联系时间',
    contactChannel: '联系方式',
    skin: '肤质',
    hair: '发质',
    allergy: '过敏',
    budget: '预算',
    household: '家庭',
    hardOfHearing: '听力不便',
    largeType: '看大字',
    elderly: '年长',
    pregnant: '孕期或哺乳期',
    children: '家里的孩子',
    other: '其他',
  },
  en: {
    fragrance: 'Fragrance',
    contactTime: 'When to call',
    contactChannel: 'How to reach',
    skin: 'Skin',
    hair: 'Hair',
    allergy: 'Allergy',
    budget: 'Budget',
    household: 'Household',
    hardOfHearing: 'Hard of hearing',
    largeType: 'Large type',
    elderly: 'Elderly',
    pregnant: 'Pregnancy or nursing',
    children: 'Children at home',
    other: 'Other',
  },
};

/** A customer who has not told a name. */
export const unnamedCustomer: Record<'zh' | 'en', string> = { zh: '未留名客户', en: 'Unnamed customer' };
