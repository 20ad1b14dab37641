const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu;

/** Roughly how many tokens a text is, on the high side: one a Chinese character, one for three others. For servers that do not say. */
export function estimatedTokens(text: string): number {
  const chinese = text.match(wide)?.length ?? 0;
  return chinese + Math.ceil((text.length - chinese) / 3);
}
