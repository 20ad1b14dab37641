import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Config } from './config.ts';
import { weeklyWords } from './weeklyWords.ts';

interface MailParts {
  config: Pick<Config, 'publicUrl' | 'port' | 'smtp'>;
  services: Pick<Services, 'weeklyReports'>;
  clock: Clock;
  logger: Logger;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The week's numbers by mail to each manager in their language; null: no SMTP server is set. */
export function createWeeklyMail({ config, services, clock, logger }: MailParts): (() => Promise<void>) | null {
  const { smtp } = config;
  if (!smtp) return null;
  const base = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async () => {
    const faults = await services.weeklyReports.runDue(clock.now(), async (to, report) => {
      const { subject, lines, open } = weeklyWords(report, to.language === 'en' ? 'en' : 'zh');
      const url = `${base}/insights?view=surveys&period=custom&from=${report.from}&to=${report.to}`;
      await transport.sendMail({
        from: { name: '知音 Zhiyin', address: smtp.from ?? `zhiyin@${new URL(base).hostname}` },
        to: { name: to.name, address: to.email },
        subject,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        text: [...lines, `${open}: ${url}`].join('\n\n'),
        html:
          `<div style="font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;max-width:600px;margin:0 auto;padding:16px">` +
          `${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}<p><a href="${escaped(url)}">${escaped(open)}</a></p></div>`,
      });
    });
    for (const fault of faults) logger.warn({ err: fault }, 'a weekly mail could not be sent; it is tried again');
  };
}
