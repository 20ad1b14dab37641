import { inLanguage } from '#crm/localized.ts';
import type { SurveyReport } from '#crm/reports/surveys/surveyReports.ts';
import type { WeeklyReport } from '#crm/reports/weekly.ts';

type Language = 'zh' | 'en';

/** The week in words: a subject, and a line for each number with what changed. */
export function weeklyWords(
  report: WeeklyReport,
  language: Language,
): { subject: string; lines: string[]; open: string } {
  const { from, to, complaints, tasks } = report;
  const lines = report.surveys.map((survey) => surveyLine(survey, language));
  const most = complaints.most
    .map(
      ({ name, n }) =>
        `${name ? inLanguage(name, language) : language === 'zh' ? '未说明产品' : 'no product named'} ${n}`,
    )
    .join(language === 'zh' ? '、' : ', ');
  if (language === 'zh') {
    if (lines.length === 0) lines.push('这一周没有问卷回答。');
    lines.push(`投诉 ${complaints.n} 件（前一周 ${complaints.before} 件）${most && `；最多的：${most}`}。`);
    lines.push(`任务：待办 ${tasks.open} 项，其中已超时 ${tasks.late} 项。`);
    return { subject: `一周洞察 ${from} 至 ${to}`, lines, open: '打开洞察' };
  }
  if (lines.length === 0) lines.push('No survey was answered this week.');
  lines.push(`${complaints.n} complaints (${complaints.before} the week before)${most && `; most of them: ${most}`}.`);
  lines.push(`Tasks: ${tasks.open} open, ${tasks.late} of them late.`);
  return { subject: `The week in insights, ${from} to ${to}`, lines, open: 'Open insights' };
}

const names = {
  csat: { zh: '满意度（4–5 分的比例）', en: 'Satisfaction (share of 4–5)' },
  nps: { zh: '净推荐值 NPS', en: 'Net promoter score' },
  ces: { zh: '省心程度 CES（1–7，越高越省心）', en: 'Customer effort, CES (1–7, higher is easier)' },
  none: { zh: '问卷', en: 'Survey' },
};

/** A metric's value as the page writes it: shares and NPS with one digit, CES with two. */
export function figure(metric: SurveyReport['metric'], value: number | null): string {
  if (value === null) return '–';
  const digits = metric === 'ces' ? 2 : 1;
  return new Intl.NumberFormat('en-GB', {
    style: metric === 'csat' ? 'percent' : 'decimal',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  }).format(value);
}

function surveyLine({ metric, score, rate, unasked, change, before }: SurveyReport, language: Language): string {
  const zh = language === 'zh';
  const name = names[metric][language];
  const n = zh ? `${score.n} 份` : `n = ${score.n}`;
  const open = unasked > 0 ? (zh ? '，没有回复率：公开链接' : ', no rate: open link') : '';
  const answered = rate.rate === null ? open : `${zh ? '，回复率 ' : ', response rate '}${figure('csat', rate.rate)}`;
  if (score.trust === 'none' || score.trust === 'tooFew')
    return zh ? `${name}：只有 ${n}，太少，不计算${answered}。` : `${name}: ${n}, too few to say${answered}.`;
  const { interval } = score;
  const between = interval ? `${figure(metric, interval.low)}–${figure(metric, interval.high)}` : '–';
  const few = score.trust === 'few' ? (zh ? '，仅供参考' : ', an indication only') : '';
  const earlier = figure(metric, before.score.trust === 'tooFew' ? null : before.score.value);
  const changed = {
    real: zh ? `前一周 ${earlier}，真的变了` : `${earlier} the week before, a real change`,
    noise: zh ? `前一周 ${earlier}，可能只是波动` : `${earlier} the week before, may be noise`,
    tooFew: zh ? '太少，不与前一周比较' : 'too few to compare with the week before',
  }[change.verdict];
  return zh
    ? `${name}：${figure(metric, score.value)}（95% 区间 ${between}，${n}${few}${answered}）；${changed}。`
    : `${name}: ${figure(metric, score.value)} (95% interval ${between}, ${n}${few}${answered}); ${changed}.`;
}
