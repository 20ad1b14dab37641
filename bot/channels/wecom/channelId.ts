/** The channel's id in the database and in activities. */
export const channelId = 'wecom';

/** One person at one 微信客服 account. */
export interface KfAddress {
  openKfId: string;
  externalUserId: string;
}

/** The address as one text: the account of the customer, and the id of the conversation, because each kf account counts for itself. */
export const accountOf = ({ openKfId, externalUserId }: KfAddress): string => `${openKfId}:${externalUserId}`;

/** The address in an account; undefined: it is none. */
export function addressIn(account: string): KfAddress | undefined {
  const [, openKfId, externalUserId] = /^([^:]+):(.+)$/.exec(account) ?? [];
  return openKfId && externalUserId ? { openKfId, externalUserId } : undefined;
}
