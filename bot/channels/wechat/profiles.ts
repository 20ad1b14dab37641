import { z } from 'zod';
import type { ProvenAccount } from '#crm/customers/merging/accountProofs.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';

const answer = z.object({
  user_info_list: z.array(z.object({ openid: z.string(), unionid: z.string().optional() })).default([]),
});

/**
 * The unionids of an account's followers (…/api/usermanage/userinfo/api_batchuserinfo), told only where the account belongs to an open
 * platform. Names are told no more. Throws as the API does.
 */
export async function wechatProfiles(api: PlatformApi, appId: string, openids: string[]): Promise<ProvenAccount[]> {
  const user_list = openids.map((openid) => ({ openid, lang: 'zh_CN' }));
  const said = answer.parse(await api.call('/cgi-bin/user/info/batchget', { user_list }));
  const byId = new Map(said.user_info_list.map((each) => [each.openid, each.unionid]));
  return openids.map((openid) => {
    const unionid = byId.get(openid);
    return { account: openid, proofs: [`wechat:${appId}:${openid}`, ...(unionid ? [`unionid:${unionid}`] : [])] };
  });
}
