/** Port to the job queue. Implemented by bot/; the job is enqueued in the open transaction. */
export interface Jobs {
  enqueue(
    name: string,
    payload: Record<string, unknown>,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
}
