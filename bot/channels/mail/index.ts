export { createMailChannel } from './mail.ts';
export { type MailSettings, mailEnvironment, mailSettings } from './settings.ts';
