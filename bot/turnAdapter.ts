import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { v7 } from 'uuid';
import { Explaining, whileExplaining } from '#crm/explanation.ts';

/** Gathers what a turn says: nothing leaves before the turn is committed. */
export interface Saying {
  replies: Partial<Activity>[];
  /** How replies came about, by their id. */
  explanations: Map<string, object>;
  explaining: Explaining;
  /** Typing and pieces of a streamed answer go out at once and are never stored. */
  ephemeral(activity: Partial<Activity>): void;
}

const sayingKey = Symbol('saying');

/** An activity cannot be changed or taken back once it is part of the history. */
export class ActivityIsFinal extends Error {
  override name = 'ActivityIsFinal';
  constructor() {
    super('An activity that was sent cannot be changed or deleted; send another one.');
  }
}

/**
 * The adapter of all turns. Its "sending" only gathers; delivery follows the commit and is the channel's business, so a turn
 * that is run again has said nothing yet.
 */
export class TurnAdapter extends BotAdapter {
  /** Runs `logic` with a turn context for the activity and returns what it said, and why. */
  async run(
    activity: Partial<Activity>,
    ephemeral: Saying['ephemeral'],
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Pick<Saying, 'replies' | 'explanations'>> {
    const explaining = new Explaining();
    const saying: Saying = { replies: [], explanations: new Map(), explaining, ephemeral };
    const context = new TurnContext(this, activity);
    context.turnState.set(sayingKey, saying);
    await whileExplaining(explaining, () => this.runMiddleware(context, logic));
    return saying;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const saying: Saying = context.turnState.get(sayingKey);
    return activities.map((activity) => {
      const id = v7();
      if (activity.type === ActivityTypes.Typing) saying.ephemeral({ ...activity, id });
      else if (activity.type !== ActivityTypes.Trace && activity.type !== 'delay') {
        saying.replies.push({ ...activity, id });
        const explanation = saying.explaining.take();
        if (explanation) saying.explanations.set(id, explanation);
      }
      return { id };
    });
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new ActivityIsFinal());
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new ActivityIsFinal());
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('What the bot starts itself enters as an internal activity: use Messenger.send.'));
  }
}
