import type { Localized } from '../localized.ts';
import type { Withheld } from './verdict.ts';

/** Why somebody was not asked, in words for a file; the pages say the same (web/desk/i18n/surveys.ts, held equal by a test). */
export const withheldWords: Record<Withheld, Localized> = {
  stopped: { zh: '问卷已停止', en: 'Survey stopped' },
  notSampled: { zh: '没有抽中', en: 'Not in the sample' },
  demo: { zh: '演示客户', en: 'Demo customer' },
  erased: { zh: '客户已要求删除资料', en: 'Had their data erased' },
  merged: { zh: '同一个人已按另一份资料问过', en: 'Asked under another record of theirs' },
  noConsent: { zh: '没有同意过', en: 'Never agreed' },
  withdrawn: { zh: '说过不要再问', en: 'Said “no more”' },
  complaint: { zh: '有投诉没结案', en: 'Open complaint' },
  refused: { zh: '最近拒绝过', en: 'Refused lately' },
  cooldown: { zh: '刚问过别的', en: 'Asked something lately' },
  metricCooldown: { zh: '刚问过同一指标', en: 'Asked the same lately' },
  unreachable: { zh: '没有能送达的渠道', en: 'No channel reaches them' },
  withPerson: { zh: '同事正在和客户聊', en: 'Talking to a colleague' },
  talking: { zh: '还在聊', en: 'Still talking' },
  tooLate: { zh: '已经过了太久', en: 'Too long ago' },
  quietHours: { zh: '免打扰时间', en: 'Quiet hours' },
  noHelp: { zh: '这次没帮上忙', en: 'Nothing helped in the talk' },
  thumbsDown: { zh: '客户点了“没帮助”', en: 'Answer got a thumbs down' },
  unanswered: { zh: '客户最后的话没人回', en: 'Their last word was left unanswered' },
  otherSurvey: { zh: '这次对话已有另一份问卷', en: 'Another survey asked about the talk' },
  alreadyToday: { zh: '今天已经决定过', en: 'Decided on today already' },
  notReached: { zh: '回访没联系上', en: 'Not reached by phone' },
  gone: { zh: '客户已不在', en: 'Customer is gone' },
};
