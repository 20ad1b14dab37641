import type { Benchmark } from '../benchmarks.ts';
import { Customer, post } from './directLineClient.ts';
import { type Running, startEcho, startZhiyin } from './servers.ts';

/** What customers say: greeting, question, preference and complaint in equal parts; a complaint is told and confirmed. */
const script = (n: number): string[] => [
  '你好',
  'QM-A820 这款加湿器多少钱？',
  '我只用无香的产品',
  `昨天买的洗发水漏了，我要投诉，电话 1380000${String(1000 + (n % 9000))}，想换一瓶`,
  '你好呀',
  '栖木无香舒缓洗发水适合敏感头皮吗？',
  '好的，记住吧',
  '没错，就这样',
];

const seconds = 10;
const warmUpSeconds = 3;
const conversations = 24;

interface Load {
  perSecond: number;
  latencies: number[];
}

/** Closed loop: each conversation sends its next message as soon as the reply to the last one is there. */
async function drive(url: string, tokenOf: () => Promise<string>, parallel: number, duration: number): Promise<Load> {
  const customers = await Promise.all(
    Array.from({ length: parallel }, async () => Customer.start(url, await tokenOf())),
  );
  const latencies: number[] = [];
  const begun = performance.now();
  const warm = begun + warmUpSeconds * 1000;
  const end = warm + duration * 1000;
  let n = 0;
  await Promise.all(
    customers.map(async (customer) => {
      while (performance.now() < end) {
        for (const text of script(n++)) {
          const took = await customer.say(text);
          const now = performance.now();
          if (now >= warm && now < end) latencies.push(took);
          if (now >= end) break;
        }
      }
    }),
  );
  for (const customer of customers) customer.close();
  return { perSecond: latencies.length / duration, latencies: latencies.sort((a, b) => a - b) };
}

const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (value: number) => Math.round(value * 1000) / 1000;

/** A page's token from Zhiyin; the echo bot takes any. */
const chatToken = (url: string) => async () =>
  ((await post(`${url}/api/v1/chat-tokens`, { locale: 'zh-CN' })).body as { token: string }).token;

async function measure(start: () => Promise<Running>, tokenOf: (url: string) => () => Promise<string>) {
  const running = await start();
  try {
    const full = await drive(running.url, tokenOf(running.url), conversations, seconds);
    const low = await drive(running.url, tokenOf(running.url), 1, seconds / 2);
    return { full, low };
  } finally {
    await running.stop();
  }
}

/** Durable turns a second beside a bare echo bot, the same client driving both one after the other. */
export const turns: Benchmark = {
  id: 'turns',
  about: 'durable turns a second, Direct Line in, reply out, beside a bare botbuilder echo bot that stores nothing',
  async run() {
    const echo = await measure(startEcho, () => async () => 'any');
    const ours = await measure(startZhiyin, chatToken);
    return {
      turnsPerSecond: round(ours.full.perSecond),
      echoPerSecond: round(echo.full.perSecond),
      ratio: round(ours.full.perSecond / echo.full.perSecond),
      p50: round(percentile(ours.full.latencies, 0.5)),
      p95: round(percentile(ours.full.latencies, 0.95)),
      p99: round(percentile(ours.full.latencies, 0.99)),
      lowLoadP50: round(percentile(ours.low.latencies, 0.5)),
      lowLoadP99: round(percentile(ours.low.latencies, 0.99)),
      echoP50: round(percentile(echo.full.latencies, 0.5)),
    };
  },
};
