import type { Language } from '#ai/reading.ts';
import type { PersonalData } from '#crm/privacy/access.ts';
import { copyWords } from './copyWords.ts';
import { type ZipEntry, zip } from './zip.ts';

type Row = Record<string, unknown>;

/** A person's copy as a ZIP: a page to read in both languages, the same as JSON, and the files. */
export function copyArchive(data: PersonalData): Buffer {
  const names = fileNames(data);
  const json = {
    format: 'zhiyin-personal-data/1',
    madeAt: data.madeAt,
    customerId: data.customerId,
    tables: data.tables,
    files: data.files.map(({ id, contentType }) => ({ id, contentType, file: names.get(id) })),
  };
  const entries: ZipEntry[] = [
    { name: 'zh.html', bytes: Buffer.from(copyPage(data, 'zh', names)) },
    { name: 'en.html', bytes: Buffer.from(copyPage(data, 'en', names)) },
    { name: 'data.json', bytes: Buffer.from(JSON.stringify(json, null, 2)) },
    ...data.files.map(({ id, bytes }) => ({ name: names.get(id)!, bytes })),
  ];
  return zip(entries, data.madeAt);
}

/** Names of the archive's own: what customers call files may be anything, also twice. */
function fileNames({ files }: PersonalData): Map<string, string> {
  const safe = (name: string) => name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-80);
  return new Map(files.map(({ id, name }, i) => [id, `files/${i + 1}-${safe(name)}`]));
}

function copyPage(data: PersonalData, language: Language, names: Map<string, string>): string {
  const words = copyWords[language];
  const made = data.madeAt.toISOString().slice(0, 16).replace('T', ' ');
  const sections = Object.entries(words.tables).flatMap(([table, title]) => {
    const rows = data.tables[table];
    return rows ? [section(title, tableOf(rows, language))] : [];
  });
  // What has no name here yet is shown all the same, under its own.
  for (const [table, rows] of Object.entries(data.tables)) {
    if (!(table in words.tables)) sections.push(section(table, tableOf(rows, language)));
  }
  const files = data.files.map(({ id, name }) => `<li><a href="${markup(names.get(id)!)}">${markup(name)}</a></li>`);
  if (files.length > 0) sections.push(section(words.files, `<ul>${files.join('')}</ul>`));
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><style>${style}</style>
<main><h1>${words.title}</h1><p>${markup(words.lead(`${made} UTC`))} ${words.machine}</p>
${sections.join('\n') || `<p>${words.nothing}</p>`}<p class="foot">${words.rights}</p></main></html>`;
}

const section = (title: string, body: string) => `<section><h2>${markup(title)}</h2>${body}</section>`;

/** Ids tell a reader nothing; they are in data.json. */
function tableOf(rows: Row[], language: Language): string {
  const { fields } = copyWords[language];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (column) => column in fields && rows.some((row) => row[column] !== null && row[column] !== ''),
  );
  const head = columns.map((column) => `<th>${markup(fields[column]!)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${columns.map((column) => `<td>${markup(shown(row[column], language))}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function shown(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? copyWords[language].yes : copyWords[language].no;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2');
}

const markup = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const style = `body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0;color:#1d2b2a}
main{max-width:60rem;margin:0 auto;padding:24px 16px}h1{font-size:1.6rem}h2{font-size:1.1rem;margin:32px 0 8px;color:#0b5f5a}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;
border-bottom:1px solid #dde5e4;overflow-wrap:anywhere}th{font-weight:600;white-space:nowrap}.foot{margin-top:40px;color:#4c5f5d}`;
