import { capabilitiesOf } from '../capabilities.ts';
import { splitText as splitBy } from '../splitting.ts';

/** Bytes of one text in UTF-8 (errcode 45002 beyond). */
export const longestText = capabilitiesOf('wechat').text.longest;

/** Cuts a text into pieces of at most `limit` bytes. */
export const splitText = (text: string, limit = longestText): string[] =>
  splitBy(text, { longest: limit, in: 'bytes' });
