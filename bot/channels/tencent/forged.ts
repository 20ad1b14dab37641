/** Somebody else than the platform, or a broken message. One fault for all, so that it tells nothing. */
export class NotFromPlatform extends Error {
  override name = 'NotFromPlatform';
  constructor() {
    super('This is not from the platform.');
  }
}
