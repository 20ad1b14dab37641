/** A request that the business refuses. `status` is the HTTP status it becomes, `code` is stable and machine-readable. */
export abstract class BusinessError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;
}

/** The record that was asked for does not exist (any more). */
export class NotFound extends BusinessError {
  readonly status = 404;
  readonly code = 'notFound';
  readonly entity: string;

  constructor(entity: string, id: string) {
    super(`There is no ${entity} "${id}".`);
    this.name = 'NotFound';
    this.entity = entity;
  }
}

/** The record is in a state that does not allow this, e.g. a task that somebody else has claimed. */
export class Conflict extends BusinessError {
  readonly status = 409;
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Conflict';
    this.code = code;
  }
}

/** Signed in, but this role may not do it. */
export class Forbidden extends BusinessError {
  readonly status = 403;
  readonly code = 'forbidden';

  constructor(message = 'Your role does not allow this.') {
    super(message);
    this.name = 'Forbidden';
  }
}

/** Not signed in, or the session, key or link is not valid (any more). */
export class Unauthenticated extends BusinessError {
  readonly status = 401;
  readonly code: string;

  constructor(message = 'Please sign in.', code = 'unauthenticated') {
    super(message);
    this.name = 'Unauthenticated';
    this.code = code;
  }
}

/** What was wrong with one field of the input; `path` is dotted, e.g. `name.zh`. */
export interface FieldError {
  path: string;
  message: string;
}

/** The input can not be accepted; `fields` says what to change. */
export class InvalidInput extends BusinessError {
  readonly status = 422;
  readonly code = 'invalidInput';
  readonly fields: FieldError[];

  constructor(fields: FieldError[], message = 'Some fields need a change.') {
    super(message);
    this.name = 'InvalidInput';
    this.fields = fields;
  }
}

/** A file of a kind that nobody should be made to open. */
export class FileKindRefused extends BusinessError {
  readonly status = 415;
  readonly code = 'fileKind';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileKindRefused';
  }
}

/** Too many failed attempts; `retryAfter` is in whole seconds. */
export class TooManyAttempts extends BusinessError {
  readonly status = 429;
  readonly code = 'tooManyAttempts';
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`Too many attempts. Please try again in ${Math.ceil(retryAfter / 60)} minutes.`);
    this.name = 'TooManyAttempts';
    this.retryAfter = Math.max(1, Math.ceil(retryAfter));
  }
}
