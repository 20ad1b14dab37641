import { FakeWechat } from '#test/support/wechat/platform.ts';
import type { Benchmark } from '../benchmarks.ts';
import { startZhiyin } from '../turns/servers.ts';

const standard = 500;
const standardSeconds = 10;
/** What each person says once: one plain answer each, so that whoever hears more or less was not answered once. */
const said = ['谢谢', '栖木无香舒缓洗发水适合敏感头皮吗？', '谢谢你们', 'QM-A820 这款加湿器多少钱？'];
const drainSeconds = 300;

const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (value: number) => Math.round(value * 10) / 10;
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

/** New people all at once: 500 pushes a second, acknowledged while their turns wait, each answered once by a message. */
export const wechatPushes: Benchmark = {
  id: 'wechat',
  about: `${standard} pushes a second of WeChat for ${standardSeconds} s, from as many new people: time to the acknowledgement, everybody heard and answered once (--rate N, --seconds N: others)`,
  async run(flags) {
    const flag = (name: string, or: number) =>
      flags.includes(name) ? Number(flags[flags.indexOf(name) + 1]) || or : or;
    const [perSecond, seconds] = [flag('--rate', standard), flag('--seconds', standardSeconds)];
    const wechat = await new FakeWechat().start();
    const zhiyin = await startZhiyin({ ...wechat.environment(), WECHAT_REPLIES: 'service' });
    wechat.pusher.options.targets = [`${zhiyin.url}/channels/wechat`];
    try {
      await Promise.all(Array.from({ length: 20 }, (_, number) => wechat.write(`o-warm-${number}`, '谢谢')));
      const people: string[] = [];
      const pushes: Promise<unknown>[] = [];
      const acks: number[] = [];
      let again = 0;
      let outOfOrder = 0;
      const begun = performance.now();
      for (let number = 0; number < perSecond * seconds; number++) {
        const due = begun + (number * 1000) / perSecond;
        if (due > performance.now()) await pause(due - performance.now());
        const openid = `o-bench-${number}`;
        people.push(openid);
        const pushed = wechat.write(openid, said[number % said.length]!).then((answered) => {
          acks.push(answered.attempts.reduce((sum, { ms }) => sum + ms, 0));
          again += answered.attempts.length - 1;
          if (answered.outOfOrder) outOfOrder += 1;
        });
        pushes.push(pushed);
      }
      const pushedFor = (performance.now() - begun) / 1000;
      await Promise.all(pushes);
      const heard = (openid: string) => wechat.said(openid).length;
      const end = performance.now() + drainSeconds * 1000;
      while (people.some((openid) => heard(openid) === 0) && performance.now() < end) await pause(200);
      const drained = (performance.now() - begun) / 1000;
      acks.sort((a, b) => a - b);
      return {
        pushesPerSecond: round(people.length / pushedFor),
        p50: round(percentile(acks, 0.5)),
        p95: round(percentile(acks, 0.95)),
        p99: round(percentile(acks, 0.99)),
        repeats: again,
        outOfOrder,
        withinOneSecond: acks.filter((ms) => ms < 1000).length,
        answeredOnce: people.filter((openid) => heard(openid) === 1).length,
        more: people.filter((openid) => heard(openid) > 1).length,
        unanswered: people.filter((openid) => heard(openid) === 0).length,
        allAnsweredAfterSeconds: round(drained),
      };
    } finally {
      await zhiyin.stop();
      await wechat.close();
    }
  },
};
