import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { v7 } from 'uuid';
import { cleanText } from './cleanJson.ts';
import { ContentTooLarge, MalformedRequest, UnsupportedMedia } from './errors.ts';
import { HEAD_BYTES, typeOf } from './fileTypes.ts';
import { parseJson, type Request } from './http.ts';
import type { Upload } from './store.ts';

/** How much one upload may bring. */
export interface UploadLimits {
  /** Bytes of one file. */
  fileBytes: number;
  files: number;
  /** How many other fields a form may have. */
  fields?: number;
}

/** The activity beside the files may carry a small preview of each. */
const MAX_ACTIVITY = 1024 * 1024;
/** What is filled into one field. */
const MAX_FIELD = 16 * 1024;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/** What one multipart request brought: its files on disk, and the activity if there was one. */
export interface Received {
  activity: unknown;
  files: Upload[];
}

/** The folder in which customers' files lie, each under its random id and nothing else. */
export class UploadFolder {
  readonly #folder: string;
  readonly #limits: UploadLimits;

  constructor(dataDir: string, limits: UploadLimits) {
    this.#folder = join(dataDir, 'uploads');
    this.#limits = limits;
  }

  /**
   * Writes the files of a multipart request to disk as they come. All or none are kept. `fields`: where a form's other fields go, also
   * where its files are refused.
   * @throws MalformedRequest, ContentTooLarge, UnsupportedMedia.
   */
  async receive(request: Request, fields?: URLSearchParams): Promise<Received> {
    await mkdir(this.#folder, { recursive: true });
    const parser = this.#parser(request);
    const files: Promise<Upload>[] = [];
    let activity: Promise<unknown> | undefined;
    let excess = false;
    parser.on('file', (field, stream, { filename, mimeType }) => {
      // A browser sends a field for files that is empty as a file without a name.
      if (!filename && fields) return void stream.resume();
      const isActivity = mimeType === ACTIVITY_TYPE || field === 'activity';
      if (isActivity) activity = awaitedLater(readActivity(stream));
      else files.push(awaitedLater(this.#write(stream, filename, mimeType)));
    });
    parser.on('field', (field, text) => {
      if (fields) fields.append(field, cleanText(text));
      else if (field === 'activity') activity = awaitedLater(Promise.resolve(text).then(parseJson));
    });
    for (const event of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) parser.on(event, () => (excess = true));
    const failure = await parse(request, parser, (this.#limits.files + 1) * this.#limits.fileBytes + MAX_ACTIVITY).then(
      () => undefined,
      (error: unknown) => error,
    );
    const results = await Promise.allSettled(files);
    const kept = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    try {
      if (failure) throw failure;
      const refused = results.find((result) => result.status === 'rejected');
      if (refused) throw refused.reason;
      if (excess || kept.length > this.#limits.files) {
        throw new ContentTooLarge(`At most ${this.#limits.files} files can be sent at once.`);
      }
      return { activity: await activity, files: kept };
    } catch (error) {
      await this.discard(kept);
      await activity?.catch(() => undefined);
      throw error;
    }
  }

  /** Removes files that no activity came to hold. */
  async discard(files: Upload[]): Promise<void> {
    await Promise.all(files.map(({ id }) => rm(join(this.#folder, id), { force: true })));
  }

  /** The bytes of a file. The stream fails with ENOENT when they are gone. */
  open(id: string): ReadStream {
    return createReadStream(join(this.#folder, id));
  }

  #parser(request: Request): busboy.Busboy {
    const { fileBytes, files, fields = 4 } = this.#limits;
    try {
      return busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: {
          fileSize: Math.max(fileBytes, MAX_ACTIVITY),
          files: files + 1,
          fields,
          parts: files + fields + 1,
          fieldSize: this.#limits.fields ? MAX_FIELD : MAX_ACTIVITY,
        },
      });
    } catch {
      throw new UnsupportedMedia('Send files as multipart/form-data.');
    }
  }

  async #write(
    stream: Readable & { truncated?: boolean },
    filename: string | undefined,
    named: string,
  ): Promise<Upload> {
    const id = v7();
    const part = join(this.#folder, `${id}.part`);
    const file = await open(part, 'wx', 0o600).catch((error: unknown) => {
      stream.resume();
      throw error;
    });
    let size = 0;
    let head = Buffer.alloc(0);
    let fault: unknown;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
        size += chunk.length;
        // After a fault the file is still read to its end, so that the parts after it are.
        if (size <= this.#limits.fileBytes && !fault) await file.appendFile(chunk).catch((error) => (fault = error));
      }
      if (fault) throw fault;
      if (stream.truncated || size > this.#limits.fileBytes) throw tooLarge(this.#limits.fileBytes);
      if (size === 0) throw new MalformedRequest('The file is empty.');
      const contentType = typeOf(head, named);
      await file.sync();
      await file.close();
      await rename(part, join(this.#folder, id));
      return { id, name: cleanName(filename), contentType, size };
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  }
}

function tooLarge(bytes: number): ContentTooLarge {
  return new ContentTooLarge(
    `A file may have ${Math.round((bytes / 1024 / 1024) * 100) / 100} MB. Send a smaller one.`,
  );
}

/** Feeds the request to the parser until it is done, broken, gone, or past `limit` bytes. */
function parse(request: Request, parser: busboy.Busboy, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: Error) => {
      request.unpipe(parser);
      parser.destroy();
      reject(reason);
    };
    const broken = () => fail(new MalformedRequest('The multipart body is broken or was cut off.'));
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) fail(new ContentTooLarge('This is more than can be sent at once.'));
    });
    parser.once('close', resolve).once('error', broken);
    request.once('close', () => request.complete || broken());
    if (request.destroyed) broken();
    else request.pipe(parser);
  });
}

/** A promise that is looked at when all parts are read; until then its failure is not unhandled. */
function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function readActivity(stream: Readable & { truncated?: boolean }): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_ACTIVITY) chunks.push(chunk);
  }
  if (size > MAX_ACTIVITY || stream.truncated) throw new ContentTooLarge('The activity beside the files is too large.');
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

/** A file name as it can be shown and offered for download: no control or direction signs. (busboy takes off paths.) */
export function cleanName(filename: string | undefined): string {
  const name = cleanText(filename ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
  return [...name.trim()].slice(-120).join('') || 'blob';
}
