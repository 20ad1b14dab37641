import type { Dictionary } from './dictionary.ts';

const zh = {
  show: '显示',
  why: '为什么要看？会记录下来',
  reasons: {
    call: '打电话',
    write: '写邮件或短信',
    delivery: '送货或上门',
    check: '核对身份',
    task: '办这件任务',
  } as Record<string, string>,
  hide: '隐藏',
  showForTask: '显示电话和邮箱（会记录下来）',
  nothing: '没有留电话或邮箱，请在对话里联系。',
  keepMasked: '留空则不改动',
  tab: '联系方式',
  title: '谁能看到客户的电话和邮箱',
  lead: '低于这个角色的同事看到的是打码的；点“显示”并说明原因后可见，谁、什么时候、为什么都进操作日志。按电话找客户时，要输入完整的号码。',
  phone: '电话',
  email: '邮箱',
  from: { staff: '所有同事都能直接看到', manager: '经理和管理员', administrator: '只有管理员' } as Record<
    string,
    string
  >,
  save: '保存',
  saved: '已保存，几秒后生效',
  log: '最近谁看过',
  logEmpty: '还没有人看过。',
  program: '程序',
  call: '这件任务要联系的客户',
};

/** Words of masked phones and mail addresses. */
export const contactTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    show: 'Show',
    why: 'What for? It is logged',
    reasons: {
      call: 'To call',
      write: 'To write',
      delivery: 'For a delivery or visit',
      check: 'To check who it is',
      task: 'For this task',
    },
    hide: 'Hide',
    showForTask: 'Show phone and mail (it is logged)',
    nothing: 'No phone or mail address is known: write in the conversation.',
    keepMasked: 'Empty: stays as it is',
    tab: 'Contact details',
    title: 'Who sees phones and mail addresses of customers',
    lead: 'Below that role they are masked. “Show” shows them to who says what for; who, when and why is in the audit log. To find a customer by phone one writes the whole number.',
    phone: 'Phone',
    email: 'Mail',
    from: { staff: 'Everybody', manager: 'Managers and administrators', administrator: 'Administrators only' },
    save: 'Save',
    saved: 'Saved; it holds in a few seconds',
    log: 'Who looked lately',
    logEmpty: 'Nobody has looked yet.',
    program: 'A program',
    call: 'The customer to reach',
  },
};
