/** The few words of the button, in both languages. */
export const words = {
  zh: {
    open: '打开在线客服',
    close: '关闭在线客服',
    panel: '在线客服',
    unread: (count: number) => `打开在线客服，${count} 条未读消息`,
    helpLabel: '需要帮忙吗',
    help: '在看这一款？尺寸、用法、价格，有想问的就问一句。',
    helpYes: '问一句',
    helpNo: '不用了',
  },
  en: {
    open: 'Open the chat',
    close: 'Close the chat',
    panel: 'Customer care chat',
    unread: (count: number) => `Open the chat, ${count} unread ${count === 1 ? 'message' : 'messages'}`,
    helpLabel: 'May we help?',
    help: 'Looking at this one? Size, use, price: just ask.',
    helpYes: 'Ask',
    helpNo: 'No, thanks',
  },
};

/** The words of one language. */
export type LauncherWords = (typeof words)['zh'];
