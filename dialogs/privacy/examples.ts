import type { Examples } from '#ai/examples.ts';

/** What customers say when they want to leave for good, want a copy of what is kept, or want their accounts to be one record. */
export const examples: Examples = {
  'privacy.erase': {
    zh: [
      '删除我的全部信息',
      '把我的个人信息全部删除',
      '我要注销账号',
      '注销我的账户',
      '请删除你们保存的关于我的一切数据',
      '彻底删除我的所有数据',
      '我要行使删除权',
      '把我从你们系统里删掉',
      '连电话和投诉也一起删除',
      '我不想再当你们的客户了，删掉我的全部资料',
    ],
    en: [
      'delete all my data',
      'delete everything about me',
      'erase all my personal information',
      'close my account and delete all data',
      'remove me from your system completely',
      'I want to be forgotten, gdpr erasure request',
      'delete my account',
      'erase me from your records',
      'also delete my phone number and complaints',
      'I want all my personal data deleted',
    ],
  },
  'privacy.copy': {
    zh: [
      '给我一份我的个人数据',
      '导出我的数据',
      '我要下载我的全部个人信息',
      '把你们保存的我的信息发给我一份',
      '我要查阅复制我的个人信息',
      '怎么拿到我的数据副本',
    ],
    en: [
      'export my data',
      'give me a copy of my personal data',
      'I want to download all my information',
      'send me a copy of everything you keep about me',
      'data access request',
      'how do I get my data export',
    ],
  },
  'privacy.link': {
    zh: [
      '关联账号',
      '把我的微信和这里关联起来',
      '绑定我的另一个账号',
      '我在微信上也是你们的客户，合并一下',
      '给我一个关联码',
      '账号合并',
    ],
    en: [
      'link my accounts',
      'connect my WeChat account with this one',
      'I also talk to you on WeChat, join the two accounts',
      'give me a link code',
      'merge my accounts',
      'link my other account',
    ],
  },
};
