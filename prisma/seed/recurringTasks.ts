import { onDay } from './history/calendar.ts';
import { Random } from './history/random.ts';

const monday = 1;

/** Work of the demo shop that comes back: the next times lie after `now`. One of it is done for a customer. */
export function recurringTasks(now: Date, customerId: string | null = null) {
  const random = new Random(77);
  const startsOn = now.toISOString().slice(0, 10);
  const weekly = {
    every: 'week',
    interval: 1,
    weekdays: [monday],
    monthDay: 1,
    time: '09:30',
    workdaysOnly: true,
    startsOn,
  };
  const chinese = new Date(now.getTime() + 8 * 3_600_000);
  const untilMonday = (8 - (chinese.getUTCDay() || 7)) % 7 || 7;
  const month = new Date(Date.UTC(chinese.getUTCFullYear(), chinese.getUTCMonth() + 1, 1, 2));
  const row = {
    detail: null,
    type: 'custom',
    priority: 'normal',
    ownerId: null,
    customerId: null,
    active: true,
    createdAt: now,
    demo: true,
  };
  return [
    {
      ...row,
      id: random.id(now),
      title: '核对上周未联系上的客户 · Try again whom nobody reached last week',
      teamKey: 'service',
      rhythm: weekly,
      nextAt: onDay(now, untilMonday, 9.5),
    },
    {
      ...row,
      id: random.id(now),
      title: '看一遍本月的知识缺口 · Go through the month’s knowledge gaps',
      type: 'knowledgeGap',
      teamKey: 'knowledge',
      rhythm: { ...weekly, every: 'month', weekdays: [], time: '10:00' },
      nextAt: month,
    },
    {
      ...row,
      id: random.id(now),
      title: '每月问一次：滤芯和耗材够不够用 · Ask once a month whether filters and supplies last',
      type: 'care',
      teamKey: 'service',
      customerId,
      rhythm: { ...weekly, every: 'month', weekdays: [], time: '10:00' },
      nextAt: month,
    },
  ];
}
