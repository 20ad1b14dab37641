import type { Activity, Attachment } from 'botbuilder';
import { z } from 'zod';
import type { Language } from '#ai/reading.ts';
import { replies } from '#dialogs/replies.ts';
import type { DeliveryEntry } from '../../channel.ts';
import type { Links } from '../../presenting.ts';

/** The cards of Teams' "Send and receive files using bot". */
const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;
const referenceSchema = z.looseObject({ conversation: z.looseObject({ conversationType: z.string() }) });
/** Pictures that Teams shows in the message itself, and up to how many bytes. */
const shownPicture = /^image\/(?:png|jpeg|gif)$/;
const largestPicture = 1024 * 1024;

/** Whether files may be offered by a card: in a talk between two; in groups and channels Teams does not take it. */
export const takesConsent = ({ channel, reference }: DeliveryEntry['conversation']): boolean =>
  channel.toLowerCase() === 'msteams' &&
  referenceSchema.safeParse(reference).data?.conversation.conversationType === 'personal';

/** An activity that asks, for each file of ours that Teams does not show by itself, whether it may be put into the customer's OneDrive. */
export async function withConsentCards(
  activity: Partial<Activity>,
  links: Pick<Links, 'file'>,
): Promise<Partial<Activity>> {
  if (!activity.attachments?.some(({ contentUrl }) => uploadPattern.test(contentUrl ?? ''))) return activity;
  const language = activity.locale?.startsWith('en') ? 'en' : 'zh';
  const attachments = await Promise.all(activity.attachments.map((each) => asConsent(each, links, language)));
  return { ...activity, attachments };
}

async function asConsent(attachment: Attachment, links: Pick<Links, 'file'>, language: Language): Promise<Attachment> {
  const file = uploadPattern.exec(attachment.contentUrl ?? '')?.[1];
  const { url, size } = file ? await links.file(file) : { url: undefined, size: 0 };
  const isShown = shownPicture.test(attachment.contentType) && size <= largestPicture && url?.startsWith('https:');
  if (!file || size === 0 || isShown) return attachment;
  const context = { file };
  const content = {
    description: replies[language].file.consent,
    sizeInBytes: size,
    acceptContext: context,
    declineContext: context,
  };
  return { contentType: consentType, name: attachment.name ?? 'file', content };
}

/** What a customer answered to such a card. */
export const consentSchema = z.discriminatedUnion('action', [
  z.looseObject({
    action: z.literal('accept'),
    context: z.looseObject({ file: z.uuid() }),
    uploadInfo: z.looseObject({
      contentUrl: z.url().max(4000),
      uploadUrl: z.url({ protocol: /^https?$/ }).max(8000),
      uniqueId: z.string().max(200),
      name: z.string().max(400),
      fileType: z.string().max(40).default(''),
    }),
  }),
  z.looseObject({ action: z.literal('decline'), context: z.looseObject({ file: z.uuid() }) }),
]);
export type Consent = z.infer<typeof consentSchema>;

/** The card of a file that lies in the customer's OneDrive. */
export const infoCard = ({ uploadInfo }: Extract<Consent, { action: 'accept' }>): Attachment => ({
  contentType: infoType,
  name: uploadInfo.name,
  contentUrl: uploadInfo.contentUrl,
  content: { uniqueId: uploadInfo.uniqueId, fileType: uploadInfo.fileType },
});
