import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  List,
  Notification,
  NotificationDelivery,
  NotificationPreference,
  NotificationSettings,
  NotificationTarget,
} from '../api.ts';
import { request } from '../frame/request.ts';
import { type NewBrowser, subscribe, unsubscribe } from '../push/subscribe.ts';
import { pollMs } from './tasks.ts';

const unreadShown = 99;

/** One's own notifications, newest first. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: ['notifications', 'list'],
    queryFn: ({ pageParam }) => request.get<List<Notification>>('/notifications', { limit: 50, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** How many are unread; 99 stands for more. */
export function useUnread(): number {
  const query = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => request.get<List<Notification>>('/notifications', { unread: 'true', limit: unreadShown }),
    refetchInterval: pollMs,
  });
  return query.data?.items.length ?? 0;
}

/** Marks all, some, or those of a task as read. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { ids?: string[]; taskId?: string }) =>
      request.post<{ read: number }>('/notifications/read', which),
    onSuccess: ({ read }) => {
      if (read > 0) void client.invalidateQueries({ queryKey: ['notifications'] });
    },
  });
}

/** Whoever looks at a task has read what they were told of it: it climbs no further. */
export function useReadByLooking(taskId: string): void {
  const { mutate } = useMarkRead();
  useEffect(() => mutate({ taskId }), [mutate, taskId]);
}

const settingsKey = ['notificationSettings'];

export function useNotificationSettings() {
  return useQuery({
    queryKey: settingsKey,
    queryFn: () => request.get<NotificationSettings>('/notification-settings'),
  });
}

/** Changes how one is told. */
export function usePreferenceChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (value: NotificationPreference) => request.put<NotificationPreference>('/notification-settings', value),
    onSettled: () => client.invalidateQueries({ queryKey: settingsKey }),
  });
}

export type AccountChange =
  | { unlink: string }
  | { mention: 'dingtalk' | 'feishu'; account: string | null }
  | { subscribe: string }
  | { unsubscribe: string; isThis: boolean };

/** Links, unlinks, subscribes this browser with the house's key, or ends a browser's subscription. */
export function useAccountChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: AccountChange): Promise<void> => {
      if ('unlink' in change) await request.delete(`/notification-settings/accounts/${change.unlink}`);
      else if ('mention' in change)
        await request.put(`/notification-settings/mentions/${change.mention}`, { account: change.account });
      else if ('subscribe' in change) {
        const browser: NewBrowser = await subscribe(change.subscribe);
        await request.post('/notification-settings/browsers', browser);
      } else {
        if (change.isThis) await unsubscribe();
        await request.delete(`/notification-settings/browsers/${change.unsubscribe}`);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: settingsKey }),
  });
}

/** A code that links an account. */
export function useLinkCode() {
  return useMutation({
    mutationFn: (way: 'wecom' | 'teams') =>
      request.post<{ code: string; expiresAt: string }>('/notification-settings/codes', { way }),
  });
}

/** Groups and systems that are told. */
export function useTargets() {
  return useQuery({
    queryKey: ['notificationTargets'],
    queryFn: () => request.get<List<NotificationTarget>>('/notification-targets'),
  });
}

export interface TargetFields {
  way: string;
  name: string;
  teamId: string | null;
  url?: string;
  secret?: string | null;
  language: 'zh' | 'en';
  urgentOnly: boolean;
}

type TargetChange =
  | { create: TargetFields }
  | { id: string; patch: Partial<TargetFields> & { active?: boolean } }
  | { remove: string };

/** Adds (a webhook's new secret is in the answer, once), changes or removes one. */
export function useTargetChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TargetChange): Promise<{ newSecret?: string | null } | undefined> => {
      if ('create' in change) return request.post('/notification-targets', change.create);
      if ('remove' in change) return request.delete(`/notification-targets/${change.remove}`);
      return request.patch(`/notification-targets/${change.id}`, change.patch);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['notificationTargets'] }),
  });
}

export type DeliveryState = NotificationDelivery['state'];

/** What was sent outside the desk, newest first. */
export function useDeliveries(state: DeliveryState) {
  return useInfiniteQuery({
    queryKey: ['deliveries', state],
    queryFn: ({ pageParam }) =>
      request.get<List<NotificationDelivery>>('/notification-deliveries', { state, limit: 50, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** Sends a dead letter again. */
export function useSendAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request.post(`/notification-deliveries/${id}/send-again`),
    onSettled: () => client.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}

/** After how many minutes something urgent climbs. */
export function useClimbRule() {
  return useQuery({
    queryKey: ['notificationRules'],
    queryFn: () => request.get<{ climbAfterMinutes: number }>('/notification-rules'),
  });
}

export function useClimbRuleChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (climbAfterMinutes: number) => request.put('/notification-rules', { climbAfterMinutes }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notificationRules'] }),
  });
}
