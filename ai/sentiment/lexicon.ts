import { isHan, normalise, words } from '../tokenizer.ts';

const list = (text: string): string[] => text.trim().split(/\s+/);

/** Words of feeling with their strength, -2 to 2. Phrases that jieba cuts apart are found in the text itself. */
const strengths = new Map<string, number>();
const set = (strength: number, text: string) => {
  for (const word of list(text)) strengths.set(word, strength);
};
set(
  2,
  '完美 棒 赞 超赞 惊喜 惊艳 感动 爱死 太好了 给力 优秀 出色 满意 喜欢 热爱 最爱 贴心 良心 无可挑剔 回购 强烈推荐 好评 满分 物超所值 神器 幸福 感激',
);
set(
  1,
  '好 不错 好用 好看 好闻 好吃 舒服 舒适 方便 实用 划算 便宜 值得 值 推荐 漂亮 精致 温和 清爽 干净 柔软 安静 结实 耐用 快 迅速 及时 热情 耐心 细心 周到 专业 放心 安心 信赖 开心 高兴 愉快 谢谢 感谢 辛苦 省心 省电 清晰 香 稳定 顺滑 合适 正品 支持 期待 可爱 点赞 超值 满足 顺利 解决了 有效 管用',
);
set(
  -1,
  '不好 不好用 不行 不值 不满 不满意 不喜欢 不舒服 不愉快 差 慢 贵 吵 臭 难闻 难用 难看 难吃 刺鼻 粗糙 掉色 褪色 破 坏 坏了 漏 漏水 漏了 裂 裂了 断 断了 松 卡 卡顿 脏 旧 旧的 痒 疼 痛 红肿 过敏 麻烦 失望 不便 后悔 担心 着急 等了 少了 缺 错 发错 投诉 退货 退款 差评 问题 故障 噪音 异味 异响 瑕疵 破损 不爽 冷漠 敷衍 推脱 拖 拖延 没人理 没反应 没用 无语 郁闷 生气 可惜 遗憾 敷衍了事 缺货 掉漆 起皮 生锈 发霉 变质 鸡肋',
);
set(
  -2,
  '垃圾 骗 骗子 骗人 欺骗 坑 坑人 坑爹 烂 太烂 恶心 愤怒 气死 气愤 火大 恶劣 糟糕 糟透 糟 最差 差劲 忍无可忍 不可理喻 受够了 上当 假货 劣质 残次 黑店 黑心 冒烟 爆炸 烫伤 触电 起火 着火 受伤 离谱 坑死 智商税 无耻 忽悠 再也不',
);
set(
  2,
  'excellent amazing awesome perfect fantastic wonderful brilliant outstanding superb love loved loving adore delighted thrilled best flawless impressed incredible gorgeous',
);
set(
  1,
  'good great nice happy happier pleased satisfied helpful like liked enjoy enjoyed comfortable soft gentle quiet sturdy handy useful easy fast quick quickly prompt reliable recommend recommended worth cute pretty beautiful clean fresh smooth thank thanks appreciate kind friendly polite works solid lovely cozy affordable glad fine cool',
);
set(
  -1,
  'bad poor slow expensive noisy loud smelly stinks sticky broken broke cracked leak leaks leaking leaked torn stained dirty scratched damaged dented missing wrong late delay delayed disappointed disappointing disappointment annoying annoyed frustrating frustrated unhappy dissatisfied confusing difficult hard problem problems issue issues faulty defective fail failed fails failing complaint complain unacceptable rude unhelpful ignored waste wasted itchy rash sore burned flimsy cheaply overpriced regret sad tired useless pointless',
);
set(
  -2,
  'terrible horrible awful dreadful worst hate hated disgusting furious angry outraged scam fraud fake garbage rubbish trash pathetic appalling ridiculous dangerous burnt smoke smoking fire shock injured liar liars never-again crap sucks junk',
);

const phrases = [...strengths.keys()].filter((word) => isHan(word) && word.length > 1);
const negators = new Set(
  list(
    "不 没 没有 别 未 无 非 不是 不太 不怎么 不够 毫无 并不 绝不 从不 not no never isn't wasn't aren't don't doesn't didn't won't can't couldn't wouldn't hardly barely without neither nor ain't",
  ),
);
const boosters = new Set(
  list(
    '很 太 非常 特别 十分 超 超级 极其 极 真 真的 好 最 相当 巨 贼 挺 very really so extremely super totally absolutely incredibly too quite truly',
  ),
);

/** "Not good" is worse than "bad" is polite; "not bad" is only half as good as "good". */
const NOT_GOOD = -1.5;
const NOT_BAD = -0.5;

/**
 * The feeling that the words alone carry, -1 to 1, and how many words carried it. A negation turns the next word of feeling within
 * three words round; "very" makes it stronger.
 */
export function lexiconFeeling(text: string): { score: number; count: number } {
  const normalised = normalise(text);
  let sum = 0;
  let count = 0;
  let negated = 0;
  let boosted = 0;
  for (const word of words(normalised)) {
    const strength = strengths.get(word);
    if (strength !== undefined) {
      sum += strength * (negated > 0 ? (strength > 0 ? NOT_GOOD : NOT_BAD) : 1) * (boosted > 0 ? 1.4 : 1);
      count++;
      negated = 0;
      boosted = 0;
      continue;
    }
    if (negators.has(word)) negated = 3;
    else if (boosters.has(word)) boosted = 2;
    else {
      negated--;
      boosted--;
    }
  }
  if (count === 0) {
    for (const phrase of phrases) {
      if (!normalised.includes(phrase)) continue;
      sum += strengths.get(phrase)!;
      count++;
    }
  }
  return { score: Math.tanh(sum / 2), count };
}
