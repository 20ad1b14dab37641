import type { Request } from 'restify';
import type { Database } from '#prisma/client.ts';
import { cleanText } from '../directLine/cleanJson.ts';
import { ContentTooLarge, DirectLineError } from '../directLine/errors.ts';
import { uploadPath } from '../directLine/presenter.ts';
import type { Upload } from '../directLine/store.ts';
import { UploadFolder } from '../directLine/uploadFolder.ts';
import type { Form } from './inputs.ts';

/** What was filled in and is kept already. */
export interface Filled {
  fields: URLSearchParams;
  files: Upload[];
  /** The files as activities name them. */
  attachments: { contentType: string; contentUrl: string; name: string }[];
  /** A file is too large, too many came, or one is of a kind that is not taken: none was kept. */
  problem: boolean;
}

const limits = { fileBytes: 10 * 1024 * 1024, files: 10, fields: 60 };
const largestBody = 64 * 1024;

/** Reads what a page of a form sends; its files become uploads of the conversation. */
export class FormBody {
  readonly #db: Database;
  readonly #folder: UploadFolder;

  constructor(db: Database, dataDir: string) {
    this.#db = db;
    this.#folder = new UploadFolder(dataDir, limits);
  }

  /** Throws where the request is no form, or larger than any that is filled in. */
  async read(request: Request, conversationId: string, form: Form): Promise<Filled> {
    const takesFiles = form.inputs.some(({ kind }) => kind === 'files');
    if (!takesFiles || !request.headers['content-type']?.startsWith('multipart/form-data'))
      return { ...nothing, fields: new URLSearchParams(await bodyOf(request)) };
    const fields = new URLSearchParams();
    try {
      const { files } = await this.#folder.receive(request, fields);
      await this.#db.client.upload.createMany({ data: files.map((file) => ({ ...file, conversationId })) });
      const attachments = files.map(({ id, name, contentType }) => ({ contentType, name, contentUrl: uploadPath(id) }));
      return { fields, files, attachments, problem: false };
    } catch (fault) {
      if (!(fault instanceof DirectLineError)) throw fault;
      return { ...nothing, fields, problem: true };
    }
  }

  /** Nobody came to hold the files. */
  async discard({ files }: Filled): Promise<void> {
    if (files.length === 0) return;
    await this.#db.client.upload.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
    await this.#folder.discard(files);
  }
}

const nothing = { files: [], attachments: [], problem: false };

async function bodyOf(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as unknown as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new ContentTooLarge('This is more than the form can hold.');
    chunks.push(chunk);
  }
  return cleanText(Buffer.concat(chunks).toString('utf8')).replaceAll('%00', '');
}
