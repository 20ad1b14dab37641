import type { Services } from '#crm/services.ts';
import type { Config } from './config.ts';

/** What whoever starts the program reads once it listens. */
export async function welcomeLines(config: Config, services: Services, address: string): Promise<string[]> {
  const { token } = await services.staff.ensureAdministrator(config.admin.email, config.admin.password);
  const lines = [
    '',
    'Zhiyin 知音 is ready.',
    `  Customer chat 顾客聊天    ${address}/`,
    `  Desk 工作台               ${address}/desk`,
    `  Insights 洞察             ${address}/insights`,
  ];
  if (token) {
    lines.push('', '  Sign in for the first time (once, within an hour) 首次登录（一小时内有效，仅一次）:');
    lines.push(`  ${address}/desk/sign-in?token=${token}`);
  }
  if (!config.botFramework.MicrosoftAppId) {
    lines.push('', '  Bot Framework at /api/messages answers this machine only (MicrosoftAppId is not set).');
  }
  lines.push(...modelLines(config));
  return [...lines, ''];
}

/** Messages that leave the house are nobody's surprise. */
function modelLines({ openai }: Config): string[] {
  if (!openai) return [];
  const names = [openai.model, openai.embeddingModel].filter(Boolean).join(', ');
  const where = new URL(openai.baseUrl ?? 'https://api.openai.com/v1').host;
  return [
    '',
    `  Language model 语言模型: ${names} at ${where}. Names, phone numbers and addresses are masked 个人信息已遮蔽`,
  ];
}
