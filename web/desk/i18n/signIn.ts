import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '登录工作台',
  lead: '每一次答应，都有人记得。',
  email: '邮箱',
  emailNeeded: '请输入您的邮箱',
  password: '密码',
  passwordNeeded: '请输入密码',
  submit: '登录',
  expired: '登录已过期。请重新登录，您会回到刚才的页面，未发送的内容都还在。',
  linkBusy: '正在使用登录链接…',
  linkTitle: '一次性登录',
  linkLead: '此链接只能使用一次。',
  linkUse: '登录',
  linkFailed: '改用邮箱和密码',
  help: '忘记密码？请管理员给您一个一次性登录链接。',
};

/** The sign-in page. */
export const signInTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Sign in to the desk',
    lead: 'Every promise has somebody who keeps it.',
    email: 'E-mail',
    emailNeeded: 'Please enter your e-mail',
    password: 'Password',
    passwordNeeded: 'Please enter your password',
    submit: 'Sign in',
    expired: 'Your session has ended. Sign in to come back to where you were; nothing you wrote is lost.',
    linkBusy: 'Using the sign-in link…',
    linkTitle: 'One-time sign-in',
    linkLead: 'This link works once.',
    linkUse: 'Sign in',
    linkFailed: 'Use e-mail and password',
    help: 'Forgot your password? An administrator can give you a one-time sign-in link.',
  },
};
