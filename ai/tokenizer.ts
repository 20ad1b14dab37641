import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { simplified } from './simplified.ts';
import { stem } from './stem.ts';

let jieba: Jieba | undefined;

/** Words of the trade that the general dictionary lacks or cuts apart (退/货运费), with a frequency that lets them win. */
const tradeWords =
  '退货 换货 退换货 退款 运费 包邮 发货 到货 补货 保修 质保 售后 开发票 滤芯 滤网 水垢 除垢 除螨仪 沐浴露 洗发水 护发素 洗面奶 护手霜 身体乳 电热毯 加湿器 ' +
  '除湿机 净化器 净水器 电水壶 扫地机 扫地机器人 吸尘器 挂烫机 空气炸锅 破壁机 电饭煲 冲牙器 电动牙刷 剃须刀 吹风机 卷发棒 花洒 置物架 地暖 无香 无硅油 敏感肌 起球 掉色 冒烟 漏电 漏水';

/** The one Chinese segmenter of the process: it costs 200 ms and 40 MB, so it is made on first use and shared. */
function segmenter(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(
      Buffer.from(
        tradeWords
          .split(' ')
          .map((word) => `${word} 20000 n\n`)
          .join(''),
      ),
    );
  }
  return jieba;
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const run = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu;
const hanRun = /^\p{Script=Han}/u;

/**
 * One spelling for what means the same: full-width and compatibility forms (NFKC), lower case, simplified characters,
 * straight apostrophes. Never throws; lone surrogates become spaces. Not for display.
 */
export function normalise(text: string): string {
  return simplified(text.replace(loneSurrogate, ' ').normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'"));
}

/** The pieces of normalised text between spaces and signs; a piece is either all Han or holds none. */
export const runs = (normalised: string): string[] => normalised.match(run) ?? [];

/** Whether a piece or word is Chinese. */
export const isHan = (word: string): boolean => hanRun.test(word);

/** Words in the order of the text: Chinese as jieba cuts it (dictionary only, no guesses), others as they are written. Expects normalised text. */
export function words(normalised: string): string[] {
  const out: string[] = [];
  for (const piece of runs(normalised)) {
    if (isHan(piece)) out.push(...segmenter().cut(piece, false));
    else out.push(piece);
  }
  return out;
}

/** A term of the search index with where it stood, so that a hit can be shown. `start` counts UTF-16 units of the normalised text. */
export type Term = { term: string; surface: string };

/**
 * Terms to search by: Chinese words and the shorter words inside them, stemmed English words. Expects normalised text.
 * Stop words are kept: the index weighs them by how rare they are.
 */
export function terms(normalised: string): Term[] {
  const out: Term[] = [];
  for (const piece of runs(normalised)) {
    if (isHan(piece)) {
      for (const word of segmenter().cutForSearch(piece, false)) out.push({ term: word, surface: word });
    } else out.push({ term: stem(piece), surface: piece });
  }
  return out;
}
