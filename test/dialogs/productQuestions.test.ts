import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { Conversation, type Line, play, textOf } from './conversation.ts';
import { openShop, type TestShop } from './shop.ts';

const database = testDatabase();
let shop: TestShop;
const slugs = new Map<string, string>();
beforeAll(async () => {
  shop = await openShop(database.db);
  for (const { id, slug } of await database.db.client.article.findMany()) slugs.set(id, slug);
});
afterAll(() => shop?.close());

/** What customers ask, of which product (sku) and what the answer must hold. */
const facts: [question: string, sku: string, holds: RegExp][] = [
  ['电热水壶一次能烧多少水？', 'K710', /1\.7 L/],
  ['你们那个破壁机吵不吵啊', 'K730', /65 dB/],
  ['空气炸锅是几升的', 'K740', /4\.5 L/],
  ['空气炸锅多少毫升', 'K740', /4,?500 ml/],
  ['循环扇有多高', 'A860', /95 cm/],
  ['加湿器一小时能出多少雾', 'A820', /300 ml/],
  ['加湿器有几种颜色', 'A820', /云白/],
  ['净化器适合多大的房间', 'A810', /48/],
  ['除湿机功率多少千瓦', 'A830', /0\.24 kW/],
  ['除湿机有多少斤', 'A830', /23 斤/],
  ['羊毛地毯重不重', 'T950', /11 kg/],
  ['电炖盅保修到什么时候，几年？', 'K760', /1 年|12 个月/],
  ['电饭煲都能做什么，有几种模式', 'K720', /杂粮/],
  ['咖啡机的电源线够长吗', 'K750', /0\.9 m/],
  ['乳胶枕什么尺寸', 'T930', /60 × 40/],
  ['四件套是什么面料做的', 'T910', /长绒棉/],
  ['蚕丝被能不能扔洗衣机', 'T920', /否|不能|不/],
  ['暖脚垫放在地暖上可以吗', 'T960', /否|不/],
  ['视黄醇晚霜孕妇能用吗', 'F450', /否|不/],
  ['面霜开封以后能放多久', 'F420', /6 个月/],
  ['护手霜什么味道的', 'F470', /雪松/],
  ['身体乳里有酒精吗', 'F460', /酒精/],
  ['玻尿酸精华的成分有哪些', 'F430', /透明质酸钠/],
  ['防晒霜 spf 是多少', 'F440', /50/],
  ['电动牙刷充满电能用几天', 'O510', /60 天/],
  ['冲牙器能带进浴室冲水吗', 'O540', /IPX7/],
  ['漱口水几岁的小朋友可以用', 'O550', /72 个月|6 岁/],
  ['儿童牙膏含氟不', 'O530', /氟/],
  ['洗衣凝珠一盒有多少颗', 'L620', /50/],
  ['婴儿润肤霜哪里产的', 'Y170', /杭州/],
  ['净水机一年耗材要花多少', 'W840', /299/],
  ['净水机的滤芯多长时间换一回', 'W840', /12 个月/],
  ['QM-T955 能铺在地暖上吗', 'T955', /是|可以|能/],
  ['沐浴油怎么卖', 'B130', /¥89/],
  ['what does the air fryer cost?', 'K740', /¥329/],
  ['how many watts is the rice cooker', 'K720', /860 W/],
  ['how many inches tall is the air circulator', 'A860', /37\.4 in/],
  ['how heavy is the dehumidifier in pounds', 'A830', /25\.4 lb/],
  ['is the hand mixer dishwasher safe?', 'K770', /yes/i],
  ['What is the stew pot made of?', 'K760', /porcelain/],
  ['does the wool rug work with underfloor heating', 'T950', /no/i],
  ['how loud is the air purifier on night mode', 'A810', /32 dB/],
  ['what colours does the electric toothbrush come in', 'O510', /green/],
  ['how long does the water flosser battery last', 'O540', /20 days/],
  ['can I use the retinol cream while pregnant', 'F450', /no/i],
  ['which models do the brush heads fit?', 'O515', /QM-O510/],
  ['how many wipes are in a pack of baby wipes', 'Y140', /480/],
  ['what is the ph of the goat milk soap', 'B140', /9/],
  ['how much does the filter jug cost to run per year', 'W850', /228/],
  ['where is the silk duvet made', 'T920', /Suzhou/],
  ['does the rice cooker have a congee programme?', 'K720', /congee/],
];

/** What articles answer: the slug of one that must be quoted. */
const told: [question: string, ...slugs: string[]][] = [
  ['洗衣凝珠怎么用', 'laundry-pods-use'],
  ['几天能到货', 'delivery-time'],
  ['退货邮费算谁的', 'return-shipping-cost'],
  ['可以开专票吗', 'invoice'],
  ['寄到香港可以吗', 'delivery-areas'],
  ['破壁机杯底的糊怎么刷干净', 'blender-clean'],
  ['加湿器喷出来的白粉是啥', 'humidifier-water-white-dust'],
  ['羊毛衫缩水怎么避免', 'wool-silk-wash'],
  ['电热毯可以开一整晚吗', 'electric-blanket-safety'],
  ['第一次用声波牙刷牙龈有点麻', 'toothbrush-first-use'],
  ['蚕丝被可以晒太阳吗', 'silk-duvet-care'],
  ['84 和洁厕灵能一起用吗', 'never-mix-cleaners'],
  ['净水机上的童锁怎么解开', 'water-purifier-child-lock'],
  ['how do I descale the kettle', 'kettle-descale'],
  ['who pays for return postage?', 'return-shipping-cost'],
  ['do you ship overseas', 'delivery-areas'],
  ['how can I get an invoice', 'invoice'],
  ['the blender suddenly shows E2', 'blender-noise-jam'],
  ['how do I clean the air fryer basket', 'air-fryer-clean'],
  ['how should I wash the silk duvet', 'silk-duvet-care'],
  ['is it safe to leave the electric blanket on all night', 'electric-blanket-safety'],
  ['how much rice and water do I put in the cooker', 'rice-water-ratio'],
  ['can I take the appliances abroad', 'use-abroad'],
  ['how do I open the child lock on the water purifier', 'water-purifier-child-lock'],
];

/** Wishes: one of the products (sku) must be the first offered, with the reason. */
const wishes: [wish: string, skus: string[], holds: RegExp][] = [
  ['有没有适合敏感头皮的洗发水', ['S210'], /敏感头皮/],
  ['孕妇能用的防晒推荐一个', ['F440'], /孕期可用|孕/],
  ['想买个安静点的加湿器', ['A820'], /30 dB/],
  ['家里有地暖，推荐一款地毯', ['T955'], /地暖/],
  ['一百块以内的沐浴露有哪些', ['B110', 'B120', 'B130'], /¥/],
  ['给新生儿用的沐浴露', ['Y110'], /婴/],
  ['能机洗的地毯', ['T955'], /机洗/],
  ['something for dandruff', ['S240'], /dandruff/i],
  ['recommend an unscented body wash for sensitive skin', ['B110'], /sensitive|unscented/i],
  ['face cream without alcohol for sensitive skin', ['F420'], /sensitive|alcohol/i],
  ['a rug for floor heating under 600 yuan', ['T955'], /floor heating/i],
];

/** Two products beside each other. */
const weighed: [question: string, skus: [string, string], holds: RegExp][] = [
  ['QM-K710 和 QM-K760 哪个省电', ['K710', 'K760'], /1800 W \| 300 W/],
  ['电饭煲和电炖盅哪个更费电', ['K720', 'K760'], /860 W \| 300 W/],
  ['空气净化器跟循环扇哪个声音小', ['A810', 'A860'], /32 dB \| 20 dB/],
  ['羊毛地毯还是地暖地毯便宜', ['T950', 'T955'], /1,399 \| ¥499/],
  ['which uses less power, the air fryer or the coffee maker', ['K740', 'K750'], /1500 W \| 600 W/],
  ['is the humidifier quieter than the dehumidifier?', ['A820', 'A830'], /30 dB \| 42 dB/],
];

/** What the catalogue does not know is said to be unknown, and is not guessed. */
const unknown: [question: string, label: RegExp][] = [
  ['电热毯噪音多大', /噪音/],
  ['蚕丝被适合什么肤质', /肤质/],
  ['what is the noise level of the electric blanket', /noise/],
];

const sourcesOf = (answer: Awaited<ReturnType<Conversation['say']>>): string[] =>
  answer.flatMap(({ channelData }) =>
    ((channelData as { sources?: { documentId: string }[] } | undefined)?.sources ?? []).map(
      ({ documentId }) => slugs.get(documentId) ?? documentId,
    ),
  );
async function asked(question: string) {
  const conversation = await Conversation.with(shop);
  const answer = await conversation.say(question);
  return { text: textOf(answer), sources: sourcesOf(answer), shown: conversation.transcript.join('\n') };
}

/** What follows from what was said before. */
const talks: Record<string, Line[]> = {
  'and the other one?': [
    ['循环扇噪音多少', '20 dB'],
    ['那加湿器呢', '栖木晨雾加湿器', '30 dB'],
    ['空气净化器呢？', '栖木清风空气净化器', '32 dB'],
  ],
  'by its place in the list': [
    ['洗发护发', '8 款'],
    ['第四个多少钱', '¥'],
    ['有没有睡眠模式的加湿器', '加湿器'],
  ],
  'what it costs to run, with the working': [
    ['加湿器每天开8小时一年电费多少', '28 W × 每天 8 小时 × 365 天', '¥49'],
    ['空气净化器一年的使用成本', '¥259 × 一年 1 次 = ¥259', '38 W，每开 1 小时'],
    ['what does the filter jug cost to run per year', '× 12 a year = ¥228'],
  ],
  'how others fare: nothing is said from a few': [
    ['用过电炖盅的人评价怎么样', '打过分的顾客还太少', '检测与认证', '3C 认证'],
    ['what do other customers say about the air fryer?', 'Too few customers'],
  ],
  'which wins is said': [
    ['QM-K710 和 QM-K760 哪个省电', '论额定功率，**栖木养生电炖盅 1L**更低'],
    ['which is heavier, the rice cooker or the blender?', '**Qimu Hush blender 1.75 L** has the higher weight'],
  ],
  'what a list holds': [
    ['电饭煲有杂粮模式吗', '有“杂粮”', '米饭'],
    ['电炖盅有燕窝模式吗', '有“燕窝”'],
  ],
  'and the other one, in English': [
    ['how many watts is the hand mixer', '200 W'],
    ['what about the air fryer?', 'Window air fryer', '1500 W'],
  ],
  'the kind points at the product': [
    ['电炖盅多少钱', '¥189'],
    ['循环扇呢', '¥359'],
    ['它噪音多大', '循环扇', '20 dB'],
  ],
};

describe('the page of the shop beside the chat', () => {
  const looking = (productSku: unknown) => ({ channelData: { productSku } });

  test('says which product is meant', async () => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say('这个多少钱', looking('K740')))).toContain('¥329');
    expect(textOf(await conversation.say('噪音多大', looking('K740')))).toContain('60 dB');
    expect(textOf(await conversation.say('循环扇多少钱', looking('K740')))).toContain('¥359');
    expect(textOf(await conversation.say('它噪音多大', looking('K740')))).toContain('20 dB');
    expect(textOf(await conversation.say('这个呢，多少钱', looking('A810')))).toContain('¥1,299');
  });

  test.each([42, '', 'no such', { a: 1 }, null])('which is nobody’s product (%j) changes nothing', async (sku) => {
    const conversation = await Conversation.with(shop);
    expect(textOf(await conversation.say('电炖盅多少钱', looking(sku)))).toContain('¥189');
    expect(textOf(await conversation.say('它多少钱', looking(sku)))).toContain('¥189');
  });
});

describe('what customers ask of the demo shop', () => {
  test.each(Object.entries(talks))('%s', async (_name, lines) => {
    await play(await Conversation.with(shop), lines);
  });

  test.each(facts)('%s', async (question, sku, holds) => {
    const { text, sources, shown } = await asked(question);
    expect(sources, shown).toContain(`product:${sku}`);
    expect(text).toMatch(holds);
  });

  test.each(told)('%s', async (question, ...expected) => {
    const { sources, shown } = await asked(question);
    expect(
      sources.some((source) => expected.includes(source)),
      shown,
    ).toBe(true);
  });

  test.each(wishes)('%s', async (wish, skus, holds) => {
    const { text, sources, shown } = await asked(wish);
    expect(skus, shown).toContain(sources[0]?.replace('product:', ''));
    expect(text).toMatch(holds);
  });

  test.each(weighed)('%s', async (question, skus, holds) => {
    const { text, sources, shown } = await asked(question);
    expect(sources, shown).toEqual(skus.map((sku) => `product:${sku}`));
    expect(text).toMatch(holds);
  });

  test.each(unknown)('%s', async (question, label) => {
    const { text, sources, shown } = await asked(question);
    expect(sources, shown).toEqual([]);
    expect(text).toMatch(label);
    expect(text).toMatch(/没有资料|no information/);
  });
});
