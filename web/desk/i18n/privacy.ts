import type { Dictionary } from './dictionary.ts';

const zh = {
  onePerson: '同一个人的档案',
  behind: (name: string, date: string) => `${name}（${date} 合并）`,
  split: '拆开',
  splitSure: '拆开这两份档案？',
  splitText: '各自的对话、投诉、购买都回到原来的档案，合并之后的也一样。',
  splitDone: '已拆开',
  maybe: '可能是同一个人',
  reasons: {
    phone: '电话相同',
    email: '邮箱相同',
    nameAndBirthday: '姓名和生日相同',
    contactOfComplaint: '投诉里留的电话相同',
  } as Record<string, string>,
  merge: '合并到这里',
  apart: '不是同一个人',
  mergeTitle: (name: string, kept: string) => `把 ${name} 合并到 ${kept} 的档案`,
  mergeText: '对话、投诉、购买等会一起显示在这里，随时可以原样拆开。勾选要用对方的字段：',
  mergeDone: '已合并',
  takes: (field: string, own: string, other: string) => `${field}：${own} → ${other}`,
  none: '（空）',
  privacy: '个人信息权利',
  ownPage: '生成客户自己看的链接',
  ownPageLead:
    '把链接发给客户：客户能看到我们记下的全部内容，可以改、可以删、可以管理同意。只能打开一次，24 小时内有效。',
  privacyLead: '客户有权得到一份副本，也有权要求删除。请先确认是本人。',
  copy: '下载副本（ZIP）',
  consentsFile: '下载同意记录（CSV）',
  erase: '删除此人',
  eraseSure: '彻底删除此人？',
  eraseText: '姓名、联系方式、聊天、投诉内容和文件都会删除，无法恢复；只留下不带个人信息的数字。',
  eraseDone: '已删除',
  erased: '此人的信息已删除，只留下不带个人信息的数字。',
  shownElsewhere: '这份档案已并入同一个人的另一份：',
  open: '打开',
  cancel: '取消',
};

/** Words of what belongs to one person, and of their rights. */
export const privacyTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    onePerson: 'Records of the same person',
    behind: (name, date) => `${name} (joined ${date})`,
    split: 'Split',
    splitSure: 'Split these records?',
    splitText:
      'Conversations, complaints and purchases go back to the record they belong to, also those that came since.',
    splitDone: 'Split',
    maybe: 'Possibly the same person',
    reasons: {
      phone: 'same phone',
      email: 'same e-mail',
      nameAndBirthday: 'same name and birthday',
      contactOfComplaint: 'same phone as in a complaint',
    },
    merge: 'Join to this record',
    apart: 'Two people',
    mergeTitle: (name, kept) => `Join ${name} to the record of ${kept}`,
    mergeText:
      'Conversations, complaints, purchases are shown here together; it can be undone exactly. Tick what to take from the other:',
    mergeDone: 'Joined',
    takes: (field, own, other) => `${field}: ${own} → ${other}`,
    none: '(empty)',
    privacy: 'Rights to one’s data',
    ownPage: 'Make a link to their own page',
    ownPageLead:
      'Send the customer a link by which they see all that is noted, correct it, have it forgotten, and choose what they allow. It opens once, within 24 hours.',
    privacyLead: 'Customers may have a copy, and may ask to be erased. Make sure who asks first.',
    copy: 'Download a copy (ZIP)',
    consentsFile: 'Download consents (CSV)',
    erase: 'Erase this person',
    eraseSure: 'Erase this person for good?',
    eraseText:
      'Name, addresses, conversations, complaints and files are deleted and cannot be brought back; only numbers without a person remain.',
    eraseDone: 'Erased',
    erased: 'This person was erased; only numbers without a person remain.',
    shownElsewhere: 'This record is part of another one of the same person:',
    open: 'Open',
    cancel: 'Cancel',
  },
};
