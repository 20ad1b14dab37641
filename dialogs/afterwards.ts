import type { TurnContext } from 'botbuilder';

const afterwardsKey = Symbol('afterwards');
type Command = () => Promise<unknown>;

/**
 * Gives a command to a service once everything else of this turn is done. The first command opens the turn's transaction and
 * no model may be called after it, so a command whose result nobody reads (a gap, a thumb) waits until the end.
 */
export function afterwards(context: TurnContext, command: Command): void {
  const commands = context.turnState.get<Command[] | undefined>(afterwardsKey) ?? [];
  commands.push(command);
  context.turnState.set(afterwardsKey, commands);
}

/** Gives the commands that wait for the end of the turn. The main dialog calls it last. */
export async function giveCommands(context: TurnContext): Promise<void> {
  for (const command of context.turnState.get<Command[] | undefined>(afterwardsKey) ?? []) await command();
  context.turnState.delete(afterwardsKey);
}
