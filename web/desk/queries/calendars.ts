import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarPastJson } from '#api/calendars.ts';
import type { Calendar, ServiceTargets, Target, WorkingDay } from '../api.ts';
import { request } from '../frame/request.ts';

/** A calendar as it is filled in. */
export type CalendarDraft = Pick<Calendar, 'name' | 'zone' | 'weekly' | 'specialDays' | 'chineseHolidays'>;
export type CalendarPast = CalendarPastJson;

/** When people work: the shop's own calendar first. */
export function useCalendars() {
  return useQuery({
    queryKey: ['calendars', 'list'],
    queryFn: () => request.get<{ items: Calendar[]; holidaysKnownUntil: number }>('/calendars'),
  });
}

/** What a calendar was before. */
export function useCalendarVersions(id: string) {
  return useQuery({
    queryKey: ['calendars', 'versions', id],
    queryFn: () => request.get<{ items: CalendarPast[] }>(`/calendars/${id}/versions`),
  });
}

/** How the coming four weeks are by what is filled in; asked only where it makes sense. */
export function useCalendarPreview({ name: _name, ...calendar }: CalendarDraft, enabled: boolean) {
  return useQuery({
    queryKey: ['calendars', 'preview', calendar],
    queryFn: () => request.post<{ items: WorkingDay[] }>('/calendars/preview', calendar),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Adds a calendar, makes a new version of one, or takes one out of use. */
export function useCalendarChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (
      change: { draft: CalendarDraft; id?: string; version?: number } | { remove: string },
    ): Promise<Calendar | undefined> => {
      if ('remove' in change) return request.delete(`/calendars/${change.remove}`);
      const { draft, id, version } = change;
      return id
        ? request.put<Calendar>(`/calendars/${id}`, { ...draft, version })
        : request.post<Calendar>('/calendars', draft);
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['calendars', 'list'] }),
        client.invalidateQueries({ queryKey: ['calendars', 'versions'] }),
      ]),
  });
}

/** How long customers may wait. */
export function useServiceTargets() {
  return useQuery({ queryKey: ['serviceTargets'], queryFn: () => request.get<ServiceTargets>('/service-targets') });
}

/** Replaces all targets. */
export function useServiceTargetsChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (targets: Target[]) => request.put<{ targets: Target[] }>('/service-targets', { targets }),
    onSettled: () => client.invalidateQueries({ queryKey: ['serviceTargets'] }),
  });
}
