import { z } from 'zod';
import type { ProvenAccount } from '#crm/customers/merging/accountProofs.ts';
import type { PlatformApi } from '../tencent/platformApi.ts';
import { addressIn } from './channelId.ts';

const text = z.string().optional();
const answer = z.object({
  customer_list: z.array(z.object({ external_userid: z.string(), nickname: text, unionid: text })).default([]),
});

/**
 * Names and unionids of people at 微信客服 (developer.work.weixin.qq.com/document/path/95159); a unionid is told only where the
 * corporation belongs to the same open platform as the Official Account. Throws as the API does.
 */
export async function kfProfiles(api: PlatformApi, corpId: string, accounts: string[]): Promise<ProvenAccount[]> {
  const people = accounts.flatMap((account) => {
    const { externalUserId } = addressIn(account) ?? {};
    return externalUserId ? [{ account, externalUserId }] : [];
  });
  const external_userid_list = [...new Set(people.map(({ externalUserId }) => externalUserId))];
  const said = answer.parse(await api.call('/cgi-bin/kf/customer/batchget', { external_userid_list }));
  const byId = new Map(said.customer_list.map((each) => [each.external_userid, each]));
  return people.map(({ account, externalUserId }) => {
    const { nickname, unionid } = byId.get(externalUserId) ?? {};
    // The same person at two accounts of the corporation has one id there.
    const proofs = [`wecom:${corpId}:${externalUserId}`, ...(unionid ? [`unionid:${unionid}`] : [])];
    return { account, proofs, name: nickname?.slice(0, 100) || null };
  });
}
