import { BusinessError } from './errors.ts';

/** An address that we do not send to: of this machine, of a private network, or one that nobody knows. */
export class AddressRefused extends BusinessError {
  readonly status = 422;
  readonly code = 'addressRefused';

  constructor(message: string) {
    super(message);
    this.name = 'AddressRefused';
  }
}

/** Port to the guard of what leaves the house. Implemented by bot/; it looks the name up, so never inside a transaction. */
export interface Egress {
  /** Throws AddressRefused for a URL that we would not send to. */
  check(url: string): Promise<void>;
}

/** Where nobody guards, nothing leaves. */
export const closedEgress: Egress = {
  check: async () => {
    throw new AddressRefused('Nothing is sent from here.');
  },
};
