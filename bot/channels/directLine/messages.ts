import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { v4, v7, validate } from 'uuid';
import type { Access } from './access.ts';
import { clientActivityId, fromCustomer, type PostedActivity, parseActivity, requireContent } from './activity.ts';
import { ConversationNotFound, DirectLineError, MalformedRequest, NotAllowed, NotFound } from './errors.ts';
import { fileHeaders } from './fileTypes.ts';
import { type Answer, baseUrl, queryOf, type Request, readJson, watermarkOf } from './http.ts';
import type { Pace } from './pace.ts';
import { type Presenter, uploadPath } from './presenter.ts';
import type { DirectLineAttachment, DirectLineStore, Upload } from './store.ts';
import type { Grant, Tokens } from './tokens.ts';
import { cleanName, type UploadFolder } from './uploadFolder.ts';

const POLL_PAGE = 100;

/** What the endpoints of messages and files work with. */
export interface MessageParts {
  store: DirectLineStore;
  tokens: Tokens;
  access: Access;
  presenter: Presenter;
  folder: UploadFolder;
  posts: Pace;
  uploads: Pace;
  publicUrl: string | undefined;
}

/** The endpoints by which customers write, poll, and send and fetch files (E5 to E7 of Direct Line 3.0). */
export class Messages {
  readonly #parts: MessageParts;

  constructor(parts: MessageParts) {
    this.#parts = parts;
  }

  /** E5 `POST /conversations/{id}/activities`: answered as soon as it is stored; the bot's turn comes later. */
  async post(request: Request): Promise<Answer> {
    const grant = await this.#parts.access.toConversation(request);
    const posted = parseActivity(await readJson(request));
    if (posted.attachments?.length) throw new MalformedRequest('attachments: send files to …/upload instead.');
    requireContent(posted);
    await this.#parts.posts.admit(grant.conversationId);
    return this.#append(grant, posted, []);
  }

  /** E6 `POST /conversations/{id}/upload`: files, and the activity they belong to if the client sent one. */
  async upload(request: Request): Promise<Answer> {
    const { access, uploads, folder } = this.#parts;
    const grant = await access.toConversation(request);
    await uploads.admit(grant.conversationId);
    const { activity, files } = await folder.receive(request);
    try {
      const posted = parseActivity(activity ?? { type: 'message' });
      if (posted.type !== 'message' && files.length > 0)
        throw new MalformedRequest('type: only a message can have files.');
      posted.attachments = attach(posted.attachments ?? [], files);
      requireContent(posted);
      return await this.#append(grant, posted, files);
    } catch (error) {
      // After any other fault the activity may be stored all the same, and then its files must stay.
      if (error instanceof DirectLineError) await folder.discard(files);
      throw error;
    }
  }

  /** E7 `GET /conversations/{id}/activities?watermark=`: for clients without a WebSocket. */
  async poll(request: Request): Promise<Answer> {
    const { access, store, presenter, publicUrl } = this.#parts;
    const { conversationId, userId } = await access.toConversation(request);
    const asked = watermarkOf(request);
    const conversation = await store.find(conversationId);
    if (!conversation || conversation.closed) throw new ConversationNotFound();
    const page = await store.since(conversationId, Math.min(asked, conversation.watermark), POLL_PAGE);
    const viewer = { conversationId, userId, base: baseUrl(request, publicUrl), shown: new Set<string>() };
    const activities = await presenter.present(page.entries, viewer);
    return { status: 200, body: { activities, watermark: String(page.watermark) } };
  }

  /** `GET /attachments/{id}?t=`: the bytes of a file, for who was shown its signed address. */
  async file(request: Request, response: ServerResponse): Promise<undefined> {
    const { tokens, store, folder } = this.#parts;
    const id = request.params?.id ?? '';
    if ((await tokens.readFileTicket(queryOf(request, 't'))) !== id)
      throw new NotAllowed('This address is not complete.');
    const upload = validate(id) ? await store.upload(id) : null;
    if (!upload) throw new NotFound();
    const bytes = folder.open(id);
    await new Promise<void>((resolve, reject) => {
      bytes.once('open', () => resolve()).once('error', () => reject(new NotFound()));
    });
    response.writeHead(200, { ...fileHeaders(upload.name, upload.contentType), 'Content-Length': upload.size });
    // A reader that goes away in the middle is its own affair.
    await pipeline(bytes, response).catch(() => undefined);
    return undefined;
  }

  async #append(grant: Grant, posted: PostedActivity, uploads: Upload[]): Promise<Answer> {
    const { store, folder } = this.#parts;
    const { conversationId, userId } = grant;
    const activity = fromCustomer(posted, userId);
    if (activity.type === 'typing') {
      store.pass(conversationId, activity);
      return { status: 200, body: { id: v7() } };
    }
    const externalId = clientActivityId(posted) ?? v4();
    const stored = await store.append({ conversationId, activity, externalId, uploads });
    if (!stored) throw new ConversationNotFound();
    if (stored.repeated) await folder.discard(uploads);
    return { status: 200, body: { id: stored.id } };
  }
}

/** Gives each announced attachment its file, matched by name; files that nobody announced come after them. */
function attach(announced: DirectLineAttachment[], files: Upload[]): DirectLineAttachment[] {
  const left = [...files];
  const attachments = announced.flatMap((attachment) => {
    const place = left.findIndex((file) => file.name === cleanName(attachment.name));
    const file = place < 0 ? undefined : left.splice(place, 1)[0];
    return file ? [{ ...attachment, ...describe(file) }] : [];
  });
  return [...attachments, ...left.map(describe)];
}

function describe(file: Upload): DirectLineAttachment {
  return { contentType: file.contentType, name: file.name, contentUrl: uploadPath(file.id) };
}
