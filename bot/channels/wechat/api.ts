import { PlatformApi } from '../tencent/platformApi.ts';
import { errcodes } from './errcodes.ts';
import type { WechatSettings } from './settings.ts';

/**
 * The server API of an Official Account. Its token is the stable one (…/api/base/api_getstableaccesstoken): every instance may ask
 * for itself.
 */
export function wechatApi(
  { appId, appSecret, apiUrl }: Pick<WechatSettings, 'appId' | 'appSecret' | 'apiUrl'>,
  now: () => number,
): PlatformApi {
  const token = (force: boolean) => ({
    method: 'POST' as const,
    path: '/cgi-bin/stable_token',
    fields: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force },
  });
  return new PlatformApi({ apiUrl, meanings: errcodes, token }, now);
}
