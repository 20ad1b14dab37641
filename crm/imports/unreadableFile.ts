import { BusinessError } from '../errors.ts';

/** A file that can not be imported at all; the message is one sentence that says what to do. `fault` is stable, for pages that speak the reader's language. */
export class UnreadableFile extends BusinessError {
  readonly status = 422;
  readonly code = 'unreadableFile';
  readonly fault: string;

  constructor(fault: string, message: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.fault = fault;
  }
}
