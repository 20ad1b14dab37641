export { type SmsSettings, smsEnvironment, smsSettings } from './settings.ts';
export { createSms } from './sms.ts';
