import { BusinessError } from '../errors.ts';

/** A file that can not be imported at all; the message is one sentence that says what to do. `fault` is stable, for pages that speak the reader's language. */
export class UnreadableFile extends BusinessError {
  readonly status = 422;
  readonly code: string;
  readonly fault: string;

  constructor(fault: string, message: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.fault = fault;
    this.code = `file${fault[0]!.toUpperCase()}${fault.slice(1)}`;
  }
}
