import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { complaintNames, summaryOf } from '#crm/complaints/complaint.ts';
import { similarTo, wordsOf } from '#crm/complaints/similar.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { Random } from '#prisma/seed/history/random.ts';
import type { Benchmark } from '../benchmarks.ts';

const COMPLAINTS = 100_000;
const PRODUCTS = 40;
const causes = ['leak', 'noise', 'broken', 'missing', 'smell', 'heat', 'delivery', 'colour', 'manual', 'other'];
const CHUNK = 5_000;
const ASKED = 60;

const openings = [
  '昨天晚上',
  '用了三天',
  '刚收到',
  '今天早上',
  '上个月买的',
  '客服说正常，但是',
  '第二次了，',
  '孩子在旁边的时候',
];
const faults = [
  '底座开始漏水，桌子都泡了',
  '运转的声音特别大，晚上睡不着',
  '开关按不动，灯也不亮',
  '少了一个配件，说明书也没有',
  '有一股刺鼻的塑料味道',
  '外壳很烫，不敢再用',
  '快递压坏了箱子，机器有裂缝',
  '颜色和图片上的完全不一样',
];
const wishes = ['希望换一个新的', '要求退款', '请给我回电话', '想知道怎么处理', '请派人上门看看', '希望尽快答复'];

/** Similar complaints of one, among a hundred thousand of one year; the first few products and causes have most of them. */
export const similar: Benchmark = {
  id: 'similar',
  about: '100,000 complaints of one year: those similar to one of them, asked of any kind; p50, p95, p99 in ms',
  async run() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder);
    const db = createDatabase({ url: server.url });
    try {
      await migrate(server.url);
      const now = new Date();
      await fill(db, now);
      return await ask(db, now);
    } finally {
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Small numbers are many times likelier than large ones. */
const skewed = (random: Random, below: number): number => Math.floor(below * random.next() ** 2.5);

async function fill({ client }: Database, now: Date): Promise<void> {
  const random = new Random(47);
  const customer = await client.customer.create({ data: { id: v7(), name: '顾客' } });
  await client.category.create({ data: { key: 'bench', name: { zh: '类', en: 'Kind' } } });
  const products = Array.from({ length: PRODUCTS }, (_each, index) => ({
    id: v7(),
    sku: `B${index}`,
    model: `B${index}`,
    categoryKey: 'bench',
    name: { zh: `产品${index}`, en: `Product ${index}` },
    description: { zh: '', en: '' },
    priceCents: 100,
    attributes: {},
  }));
  await client.product.createMany({ data: products });
  for (let done = 0; done < COMPLAINTS; done += CHUNK) {
    const data = Array.from({ length: CHUNK }, () => {
      const whatHappened = `${random.pick(openings)}${random.pick(faults)}，${random.pick(faults)}，${random.pick(wishes)}，订单尾号${random.int(1000, 9999)}`;
      const kind = random.next();
      return {
        id: v7(),
        customerId: customer.id,
        productId: kind < 0.9 ? products[skewed(random, PRODUCTS)]!.id : null,
        causeCode: kind > 0.1 ? causes[skewed(random, causes.length)]! : null,
        batch: random.chance(0.3) ? `A${random.int(1, 400)}` : null,
        language: 'zh',
        whatHappened,
        words: wordsOf(whatHappened),
        createdAt: new Date(now.getTime() - random.next() * 360 * 86_400_000),
      };
    });
    await client.complaint.createMany({ data });
  }
  await client.$executeRaw`ANALYZE`;
}

async function ask({ client }: Database, now: Date): Promise<Record<string, number | string>> {
  const rows = await client.complaint.findMany({ include: complaintNames, take: ASKED, orderBy: { id: 'asc' } });
  const times: number[] = [];
  for (const row of [rows[0]!, ...rows]) {
    const begun = performance.now();
    await similarTo(client, summaryOf(row), now);
    times.push(performance.now() - begun);
  }
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10;
  return { complaints: COMPLAINTS, asked: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
