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
  | 'elsewhere' // people at the platform's own desk have the conversation
  | 'media' // the file is not at the platform any more
  | 'menus' // this account, or this menu, is not allowed
  | 'refusedNotice' // no subscription is left
  | 'content'; // what we made of the message is wrong

/** Error codes of a platform, as far as they mean something of their own; all others say that we made a wrong call. */
export type Meanings = Readonly<Record<number, Meaning>>;

/** The platform answered with an error code. Names no address: it would hold the token. */
export class PlatformRefusal extends Error {
  override name = 'PlatformRefusal';
  readonly code: number;
  readonly meaning: Meaning;

  constructor(path: string, code: number, said: string, meaning: Meaning) {
    super(`${path}: ${code} ${said.slice(0, 200)}`);
    this.code = code;
    this.meaning = meaning;
  }
}

/** The platform did not answer, or not as it does: whether it did what was asked is not known. */
export class PlatformSilent extends Error {
  override name = 'PlatformSilent';
}
