import { validate } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { Links } from './presenting.ts';

/**
 * Addresses that customers can open, where PUBLIC_URL says from where. `signed`: the path of an upload
 * with its ticket; `formPath`: that of an activity's form.
 */
export function createLinks(
  db: Database,
  publicUrl: string | undefined,
  signed: (uploadId: string) => Promise<string>,
  formPath: (activityId: string) => string,
): Links {
  const open = (path: string) => (publicUrl ? new URL(path, publicUrl).href : undefined);
  return {
    open,
    form: (activityId) => open(formPath(activityId)),
    async file(uploadId) {
      if (!validate(uploadId)) return { url: undefined, size: 0 };
      const upload = await db.client.upload.findUnique({ where: { id: uploadId }, select: { size: true } });
      return upload ? { url: open(await signed(uploadId)), size: upload.size } : { url: undefined, size: 0 };
    },
  };
}
