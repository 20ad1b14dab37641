/** The few words of the button, in both languages. */
export const words = {
  zh: {
    open: '打开在线客服',
    close: '关闭在线客服',
    panel: '在线客服',
    unread: (count: number) => `打开在线客服，${count} 条未读消息`,
  },
  en: {
    open: 'Open the chat',
    close: 'Close the chat',
    panel: 'Customer care chat',
    unread: (count: number) => `Open the chat, ${count} unread ${count === 1 ? 'message' : 'messages'}`,
  },
};

/** The words of one language. */
export type LauncherWords = (typeof words)['zh'];
