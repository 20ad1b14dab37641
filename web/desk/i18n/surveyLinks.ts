import type { Dictionary } from './dictionary.ts';

const zh = {
  linkName: '放在哪里（如：包装内卡片）',
  single: '只能填一次',
  expiresAt: '到期（留空：不过期）',
  makeLink: '新链接',
  closeLink: '关闭链接',
  linkClosed: '已关闭',
  linkUsed: '已用',
  copy: '复制链接',
  copied: '已复制',
  linksWait: '问卷没有开始：链接可以先做好，开始后才收答案。',
  noLinks: '还没有链接。链接可以印成二维码，放在包装或海报上。',
};

const en: typeof zh = {
  linkName: 'Where it will be (e.g. card in the parcel)',
  single: 'For one answer',
  expiresAt: 'Ends (empty: never)',
  makeLink: 'New link',
  closeLink: 'Close the link',
  linkClosed: 'Closed',
  linkUsed: 'Used',
  copy: 'Copy the link',
  copied: 'Copied',
  linksWait: 'The survey is stopped: links can be made now, and take answers once it is started.',
  noLinks: 'No links yet. A link can be printed as a QR code on a parcel or poster.',
};

/** Texts of a survey's links. */
export const surveyLinkTexts: Dictionary<typeof zh> = { zh, en };
