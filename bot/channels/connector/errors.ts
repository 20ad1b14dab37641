/** A request that the connector refuses; the server answers `status` with the message (problem+json). */
export class ConnectorError extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.status = status;
  }
}

/** Nobody whom we know signed this. */
export class Unauthorized extends ConnectorError {
  constructor(message: string, options?: ErrorOptions) {
    super(401, message, options);
  }
}

/** Without an app id only programs on this machine may speak to the bot. */
export class NotFromHere extends ConnectorError {
  constructor() {
    super(
      403,
      'This bot has no app id, so it answers only to programs on its own machine. Set MicrosoftAppId and MicrosoftAppPassword to let channels reach it.',
    );
  }
}

/** The activity comes in the name of a channel that this shop runs itself. */
export class ChannelIsOurs extends ConnectorError {
  constructor(channelId: string) {
    super(403, `Conversations of the channel "${channelId}" are not held through /api/messages.`);
  }
}

/** The body is not an activity that can be answered. */
export class InvalidActivity extends ConnectorError {
  constructor(message: string) {
    super(400, message);
  }
}

/** The signing keys of the channels cannot be had. The caller may try again. */
export class KeysUnavailable extends ConnectorError {
  constructor(options?: ErrorOptions) {
    super(503, 'The signing keys of the Bot Framework cannot be fetched now; please try again.', options);
  }
}

/** The answer is not there yet. A repeated request gets it. */
export class AnswerTakesLonger extends ConnectorError {
  constructor() {
    super(504, 'The message was stored, but its answer takes longer. Repeat the request with the same activity id.');
  }
}
