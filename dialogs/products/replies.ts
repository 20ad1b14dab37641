import { spaced } from '../spaced.ts';

const zh = {
  fact: (product: string, label: string, value: string) => `**${product}**，${label}：${value}。`,
  facts: (product: string, lines: { label: string; value: string }[]) =>
    `**${product}**：\n${lines.map(({ label, value }) => `- ${label}：${value}`).join('\n')}`,
  item: (product: string, label: string, item: string, held: boolean, all: string) =>
    `**${product}**的${label}里${held ? '有' : '没有'}“${item}”。全部是：${all}。`,
  unknownFact: (product: string, labels: string) => `**${product}**的“${labels}”这一项，我手上没有资料，不想随便答您。`,
  each: (values: string[]) => values.join('，'),
  eachTitle: (labels: string[], lines: { label: string; value: string }[]) =>
    `${labels.join('、')}，每款分别是：\n${lines.map(({ label, value }) => `- ${label}：${value}`).join('\n')}`,
  noSuchThing: (thing: string) => `店里没有找到“${thing}”，我不想拿别的凑数。`,
  introduce: (product: string, description: string, price: string) => `**${product}**，${price}。\n\n${description}`,
  about: (product: string) => `（说的是**${product}**。）`,
  offerHelp: (product: string) => `您在看**${product}**。想先了解哪一点？也可以直接问。`,
  offerHelpButtons: ['怎么用？', '多少钱？', '有什么适合我的？'],
  satisfied: (n: number, percent: number, low: number, high: number) =>
    `买过并打了分的 ${n} 位顾客里，${percent}% 满意（4 分和 5 分；95% 的把握在 ${low}% 到 ${high}% 之间）。`,
  alike: (value: string, n: number, percent: number, low: number, high: number) =>
    `其中和您一样说过“${value}”的 ${n} 位里，${percent}% 满意（${low}% 到 ${high}%）。`,
  tooFew: (product: string) => `打过分的顾客还太少，**${product}**有多少人满意我说不准。`,
  tested: (items: string) => `检测与认证：${items}。`,
  costs: (product: string, price: string) => `**${product}**，${price}，以后还要花的：`,
  suppliesStated: (amount: string) => `- 耗材一年约 ${amount}`,
  supply: (name: string, price: string, times: string, amount: string) =>
    `- ${name}：${price} × 一年 ${times} 次 = ${amount}`,
  energyHour: (watts: number, amount: string, tariff: number) =>
    `- 电费：${watts} W，每开 1 小时约 ${amount}（按每度 ${tariff} 元）`,
  energyYear: (watts: number, hours: number, amount: string, tariff: number) =>
    `- 电费：${watts} W × 每天 ${hours} 小时 × 365 天，一年约 ${amount}（按每度 ${tariff} 元）`,
  askHours: '告诉我每天开几小时，我能算出一年的电费。',
  which: '您问的是哪一款？',
  whichHelp: '几款产品都对得上。点一下，或者说名字、说“第二个”都可以。',
  suggest: '可以看看这些：',
  suggestClose: '完全对得上的没有，这几款最接近：',
  suggestion: (product: string, price: string, reasons: string[]) =>
    `- **${product}** ${price}${reasons.length > 0 ? `：${reasons.join('，')}` : ''}`,
  reason: (label: string, value: string) =>
    value === '是' ? label : value === '否' ? `不是${label}` : `${label} ${value}`,
  unmet: (items: string[]) => `（${items.join('，')}不符合）`,
  remembered: (quotes: string[]) => `您说过${quotes.map((quote) => `“${quote}”`).join('、')}，我按这个挑的。`,
  notInPregnancy: '⚠️ 先说一句：这款**孕期和哺乳期不建议用**。',
  inPregnancy: '先说一句：按标签，这款孕期可以用；第一次用前先做皮肤测试，有疑问请问医生。',
  notForChildren: '⚠️ 先说一句：这款**不适合儿童**，请放在孩子够不到的地方。',
  fromAge: (months: number) =>
    `先说一句：按标签，这款${months % 12 === 0 ? `${months / 12} 岁` : `${months} 个月`}以上的孩子才能用。`,
  caution: (quote: string, fact: string) => `提醒一下：您说过“${quote}”，而这款${fact}。`,
  scented: (scent: string) => `带${scent}香`,
  containsWord: (word: string) => `的成分或提示里有“${word}”`,
  compareTitle: (a: string, b: string) => `|  | ${a} | ${b} |\n| --- | --- | --- |`,
  verdict: (product: string, { label, less }: { label: string; less: boolean }) =>
    `论${label}，**${product}**更${less ? '低' : '高'}。`,
  unknownValue: '没有资料',
  compareTail: '想知道别的差别，直接问我。',
  nothingToCompare: (a: string, b: string) => `**${a}** 和 **${b}** 用途不一样，没什么可比的项目。想了解哪一款？`,
  notFound: '这个问题我没有查到可靠的答案，不想随便答您。我记下来了，会有人补上。',
  notFoundAside: '这个我没有查到可靠的答案，先记下来了；需要的话说“转人工”，同事可以回答。',
  shelves: (shop: string, names: string[]) =>
    `${spaced(shop)}有这几类：${names.join('、')}。想看哪一类，或者直接问某一款都行。`,
  shelf: (name: string, count: number) => `${name}一共有 ${count} 款：`,
  shelfMore: '想要什么样的？比如价位、香味、用在哪儿，我帮您缩小范围。',
  thumbUp: '谢谢，这对我们有用。',
  thumbDown: '谢谢您告诉我。刚才的回答没帮上忙，我记下来了，会有人来改。',
  thumbDownDetail: '客户觉得上一条回答没有用。',
  askNext: ['价格多少？', '怎么用？', '保修多久？'],
  askNextCare: ['价格多少？', '怎么用？', '有什么成分？'],
};

const en: typeof zh = {
  fact: (product, label, value) => `**${product}**, ${label.toLowerCase()}: ${value}.`,
  facts: (product, lines) => `**${product}**:\n${lines.map(({ label, value }) => `- ${label}: ${value}`).join('\n')}`,
  item: (product, label, item, held, all) =>
    `${held ? 'Yes' : 'No'}: “${item}” is ${held ? '' : 'not '}among the ${label.toLowerCase()} of **${product}**. All of them: ${all}.`,
  unknownFact: (product, labels) =>
    `On “${labels.toLowerCase()}” I have no information for **${product}**, and I would rather not guess.`,
  each: (values) => values.join(', '),
  eachTitle: (labels, lines) =>
    `${labels.join(', ')} of each:\n${lines.map(({ label, value }) => `- ${label}: ${value}`).join('\n')}`,
  noSuchThing: (thing) => `I find no “${thing}” in our shop, and I would rather not offer something else instead.`,
  introduce: (product, description, price) => `**${product}**, ${price}.\n\n${description}`,
  about: (product) => `(About **${product}**.)`,
  offerHelp: (product) => `You are looking at **${product}**. What would you like to know first? Just ask, too.`,
  offerHelpButtons: ['How do I use it?', 'How much is it?', 'What suits me?'],
  satisfied: (n, percent, low, high) =>
    `Of the ${n} customers who bought and rated it, ${percent}% are satisfied (4 or 5 of 5; 95% sure that it is between ${low}% and ${high}%).`,
  alike: (value, n, percent, low, high) =>
    `Of the ${n} who told us “${value}” as you did, ${percent}% are satisfied (${low}% to ${high}%).`,
  tooFew: (product) => `Too few customers have rated **${product}** yet to say how many are satisfied.`,
  tested: (items) => `Tests and certificates: ${items}.`,
  costs: (product, price) => `**${product}**, ${price}. What comes after that:`,
  suppliesStated: (amount) => `- Supplies: about ${amount} a year`,
  supply: (name, price, times, amount) => `- ${name}: ${price} × ${times} a year = ${amount}`,
  energyHour: (watts, amount, tariff) =>
    `- Electricity: ${watts} W, about ${amount} for an hour (at CNY ${tariff} a kWh)`,
  energyYear: (watts, hours, amount, tariff) =>
    `- Electricity: ${watts} W × ${hours} hours a day × 365 days, about ${amount} a year (at CNY ${tariff} a kWh)`,
  askHours: 'Tell me how many hours a day it runs, and I work out the year.',
  which: 'Which one do you mean?',
  whichHelp: 'Several products fit. Tap one, say its name, or say “the second”.',
  suggest: 'These would suit:',
  suggestClose: 'Nothing fits in every way; these come closest:',
  suggestion: (product, price, reasons) =>
    `- **${product}** ${price}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}`,
  reason: (label, value) =>
    value === 'yes'
      ? label.toLowerCase()
      : value === 'no'
        ? `not ${label.toLowerCase()}`
        : `${label.toLowerCase()} ${value}`,
  unmet: (items) => ` (but not ${items.join(', ')})`,
  remembered: (quotes) => `You told me ${quotes.map((quote) => `“${quote}”`).join(' and ')}, so I went by that.`,
  notInPregnancy: '⚠️ First: this one is **not advised in pregnancy or while nursing**.',
  inPregnancy:
    'First: by its label this one may be used in pregnancy. Do a patch test before the first use, and ask your doctor if in doubt.',
  notForChildren: '⚠️ First: this one is **not for children**. Keep it out of their reach.',
  fromAge: (months) =>
    `First: by its label this one is for children from ${months % 12 === 0 ? `${months / 12} years` : `${months} months`} on.`,
  caution: (quote, fact) => `A reminder: you told me “${quote}”, and this one ${fact}.`,
  scented: (scent) => `is scented (${scent})`,
  containsWord: (word) => `lists “${word}” among its ingredients or notes`,
  compareTitle: (a, b) => `|  | ${a} | ${b} |\n| --- | --- | --- |`,
  verdict: (product, { label, less }) => `**${product}** has the ${less ? 'lower' : 'higher'} ${label.toLowerCase()}.`,
  unknownValue: 'not known',
  compareTail: 'Ask me about any other difference.',
  nothingToCompare: (a, b) =>
    `**${a}** and **${b}** are for different things, so there is little to compare. Which one would you like to know about?`,
  notFound:
    'I could not find a reliable answer to that, and I would rather not guess. I have noted the question so that somebody fills the gap.',
  notFoundAside:
    'I could not find a reliable answer to that, so I have noted it. Say “a person” if you would like a colleague to answer.',
  shelves: (shop, names) => `${shop} has: ${names.join(', ')}. Which would you like to see? Or ask about one product.`,
  shelf: (name, count) => `${name}: ${count} products.`,
  shelfMore: 'What are you looking for? A price, a scent, where you would use it: tell me and I narrow it down.',
  thumbUp: 'Thank you, that helps us.',
  thumbDown: 'Thank you for telling me. That answer was no help; I have noted it so that somebody improves it.',
  thumbDownDetail: 'The customer found the last answer unhelpful.',
  askNext: ['How much is it?', 'How do I use it?', 'How long is the warranty?'],
  askNextCare: ['How much is it?', 'How do I use it?', 'What is in it?'],
};

export const replies = { zh, en };
