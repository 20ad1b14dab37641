import type { Beginnings } from '#crm/conversations/reach.ts';
import type { Config } from '../config.ts';

/** The channels on which the shop may write first, as the settings have them. */
export const beginningsOf = ({ mail, sms }: Pick<Config, 'mail' | 'sms'>): Beginnings => ({
  ...(mail && { mail: { address: mail.address } }),
  ...(sms && { smsgateway: { countryCode: sms.countryCode } }),
});
