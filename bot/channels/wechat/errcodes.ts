/** What a refusal of the platform means for us. */
export type Meaning =
  | 'busy' // try again, later each time
  | 'token' // a new token, once more
  | 'settings' // somebody must mend the account's settings
  | 'left' // no follower (any more)
  | 'blocked' // the person refuses messages
  | 'closed' // too long ago since they wrote
  | 'spent' // enough was sent since they wrote
  | 'rate' // too many calls today or this minute
  | 'passiveOnly' // the account has no customer-service messages
  | 'media' // the file is not at WeChat any more
  | 'menus' // this account, or this menu, is not allowed
  | 'refusedNotice' // no subscription is left
  | 'content'; // what we made of the message is wrong

/** Error codes of the server API, as far as they mean something of their own; all others say that we made a wrong call. */
const meanings: Record<number, Meaning> = {
  [-1]: 'busy',
  40001: 'token',
  40014: 'token',
  42001: 'token',
  41001: 'token',
  40013: 'settings',
  40125: 'settings',
  40164: 'settings',
  40243: 'settings',
  50002: 'settings',
  40003: 'left',
  43004: 'left',
  50005: 'left',
  48002: 'blocked',
  45015: 'closed',
  45047: 'spent',
  45009: 'rate',
  45011: 'rate',
  48001: 'passiveOnly',
  40007: 'media',
  40004: 'content',
  40200: 'menus',
  45098: 'menus',
  43101: 'refusedNotice',
  45002: 'content',
  45008: 'content',
  40033: 'content',
};

/** The platform answered with an error code. Names no address: it would hold the token. */
export class WechatRefusal extends Error {
  override name = 'WechatRefusal';
  readonly code: number;
  readonly meaning: Meaning;

  constructor(path: string, code: number, said: string) {
    super(`${path}: ${code} ${said.slice(0, 200)}`);
    this.code = code;
    this.meaning = meanings[code] ?? 'content';
  }
}

/** The platform did not answer, or not as it does: whether it did what was asked is not known. */
export class WechatSilent extends Error {
  override name = 'WechatSilent';
}
