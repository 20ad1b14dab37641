import type { Beginnings } from '#crm/conversations/reach.ts';
import type { Config } from '../config.ts';

/** The channels on which the shop may write first, as the settings have them. */
export const beginningsOf = ({ sms }: Pick<Config, 'sms'>): Beginnings => ({
  ...(sms && { smsgateway: { countryCode: sms.countryCode } }),
});
