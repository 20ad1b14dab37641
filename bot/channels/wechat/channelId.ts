/** The channel's id in the database and in activities. */
export const channelId = 'wechat';
