/** A Latin word or figure inside Chinese text, with the space that belongs between the two scripts: 我是栖木 Qimu 的助手. */
export const spaced = (text: string): string =>
  `${/^[\p{Script=Latin}\p{N}]/u.test(text) ? ' ' : ''}${text}${/[\p{Script=Latin}\p{N}]$/u.test(text) ? ' ' : ''}`;
