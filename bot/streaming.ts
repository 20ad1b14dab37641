import type { Activity } from 'botbuilder';
import { v7 } from 'uuid';
import { Patience, withModelTurn } from '#ai/modelTurn.ts';
import type { Services } from '#crm/services.ts';
import { botAccount } from './turns/reply.ts';
import type { Decide, Decision, Turn } from './turns/turn.ts';

/** `patienceMs`: how long a customer waits for a model's first word; `streams`: channels that show what is being written. */
export interface StreamingParts {
  services: Services;
  patienceMs: number;
  streams: readonly string[];
}

/**
 * Lets turns ask a model. What it has written so far, each sentence checked, is shown at once as an ephemeral activity under a
 * stream id made from the causing activity; it is never stored, and the committed message under the same id replaces it. A turn
 * that is run again streams under the same id again.
 */
export function withStreaming(decide: Decide, { services, patienceMs, streams }: StreamingParts): Decide {
  return async (turn) => {
    if (turn.direction !== 'inbound' || turn.activity.type !== 'message') return decide(turn);
    const stream = new AnswerStream(turn, streams.includes(turn.channel));
    const modelTurn = {
      conversationId: turn.conversationId,
      secrets: await secretsOf(services, turn),
      patience: new Patience(patienceMs),
      show: (text: string) => stream.show(text),
      answers: new Map(),
    };
    return stream.finish(await withModelTurn(modelTurn, () => decide(turn)));
  };
}

class AnswerStream {
  readonly #turn: Turn;
  readonly #shows: boolean;
  #sequence = 0;
  #text = '';

  constructor(turn: Turn, shows: boolean) {
    this.#turn = turn;
    this.#shows = shows;
    if (shows) turn.ephemeral({ type: 'typing', id: v7(), from: botAccount });
  }

  get #id(): string {
    return `stream:${this.#turn.activityId}`;
  }

  show(text: string): void {
    this.#text = text;
    this.#sequence += 1;
    if (!this.#shows) return;
    this.#turn.ephemeral({
      type: 'typing',
      id: v7(),
      timestamp: new Date(),
      from: botAccount,
      text,
      textFormat: 'markdown',
      channelData: { streamId: this.#id, streamSequence: this.#sequence, streamType: 'streaming' },
    });
  }

  /** Marks the reply that says what was streamed, or the first where none does: it takes the stream's place. */
  finish(decision: Decision): Decision {
    const replies = decision.replies.filter(({ type }) => type === 'message');
    const final = replies.find(({ text }) => text?.includes(this.#text)) ?? replies[0];
    if (!this.#shows || this.#sequence === 0 || !final) return decision;
    const marked: Partial<Activity> = {
      ...final,
      channelData: { ...final.channelData, streamId: this.#id, streamType: 'final' },
    };
    return { ...decision, replies: decision.replies.map((reply) => (reply === final ? marked : reply)) };
  }
}

/** What we know of whoever speaks and no model is to learn. */
async function secretsOf(services: Services, { customerId, activity }: Turn): Promise<string[]> {
  const customer = customerId ? await services.customers.find(customerId) : null;
  return [customer?.name, customer?.phone, customer?.email, activity.from?.name].flatMap((known) => known ?? []);
}
