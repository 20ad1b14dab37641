import type { Dictionary } from './dictionary.ts';

const zh = {
  link: '可能重复的客户',
  title: '可能重复的客户',
  lead: '这些档案可能是同一个人，理由最多的在前，最多列出 100 对。合并后保留较早的一份，随时可以原样拆开；标为“不是同一个人”的不会再提。',
  back: '回到客户列表',
  merge: '合并…',
  apartDone: '记下了，不会再提',
  empty: '没有可能重复的客户',
  emptyText: '电话、邮箱相同，或姓名和生日相同的档案会列在这里。',
  noContact: '没有联系方式',
};

/** Texts of the page with all records that may be one person. */
export const doubleTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    link: 'Possible doubles',
    title: 'Possible doubles',
    lead: 'Records that may be one person, those with the most reasons first, at most 100 pairs. The older record is kept when they are joined, and they can be split again exactly; who is marked as two people is not suggested again.',
    back: 'Back to the customers',
    merge: 'Join…',
    apartDone: 'Noted: not suggested again',
    empty: 'No possible doubles',
    emptyText: 'Records with the same phone or e-mail, or the same name and birthday, are listed here.',
    noContact: 'no contact details',
  },
};
