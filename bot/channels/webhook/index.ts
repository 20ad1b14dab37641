export { type WebhookSettings, webhookEnvironment, webhookSettings } from './settings.ts';
export { createWebhookChannel } from './webhook.ts';
