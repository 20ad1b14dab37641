/**
 * A request that Direct Line refuses. The statuses are those that clients act upon: 401 no credentials, 403 expired or
 * not allowed (the client may fetch a new token), 404 the conversation is over, 4xx the message is lost for good.
 * Sent as `{ error: { code, message } }`.
 */
export class DirectLineError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
  }
}

/** The request cannot be read: JSON, multipart or a field is wrong. */
export class MalformedRequest extends DirectLineError {
  constructor(message: string) {
    super(400, 'BadArgument', message);
  }
}

/** No `Authorization: Bearer …`. */
export class MissingAuthorization extends DirectLineError {
  constructor() {
    super(401, 'MissingAuthorization', 'Send your token in the header "Authorization: Bearer <token>".');
  }
}

/** A token that we did not issue, or not for this purpose. */
export class InvalidToken extends DirectLineError {
  constructor() {
    super(403, 'InvalidToken', 'This token is not valid here. Ask the page that gave it to you for a new one.');
  }
}

/** A token of ours that is too old. */
export class TokenExpired extends DirectLineError {
  constructor() {
    super(403, 'TokenExpired', 'This token has expired. Ask the page that gave it to you for a new one.');
  }
}

/** A valid token of another conversation, or one where the secret is needed. */
export class NotAllowed extends DirectLineError {
  constructor(message: string) {
    super(403, 'NotAllowed', message);
  }
}

/** No such conversation, or it has ended. */
export class ConversationNotFound extends DirectLineError {
  constructor() {
    super(404, 'ConversationNotFound', 'There is no such conversation, or it has ended. Start a new one.');
  }
}

/** Nothing lies under this address. */
export class NotFound extends DirectLineError {
  constructor() {
    super(404, 'NotFound', 'There is nothing at this address.');
  }
}

/** More than a limit allows; the message names it. */
export class ContentTooLarge extends DirectLineError {
  constructor(message: string) {
    super(413, 'ContentTooLarge', message);
  }
}

/** A body or file of a kind that is not taken. */
export class UnsupportedMedia extends DirectLineError {
  constructor(message: string) {
    super(415, 'UnsupportedMediaType', message);
  }
}

/** Far more requests than a person sends; only after waiting in the queue did not help. */
export class TooManyRequests extends DirectLineError {
  constructor() {
    super(429, 'TooManyRequests', 'Too many requests. Wait a few seconds and send it again.');
  }
}
