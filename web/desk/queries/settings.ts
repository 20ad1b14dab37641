import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiKey, List, Role, StaffMember, Team } from '../api.ts';
import { request } from '../frame/request.ts';

export interface NewStaff {
  name: string;
  email: string;
  role: Role;
  teamId?: string | null;
  capacity?: number;
  password?: string;
}

/** Everybody who works with Zhiyin. */
export function useStaffList() {
  return useQuery({ queryKey: ['staff'], queryFn: () => request.get<List<StaffMember>>('/staff') });
}

/** Teams, for the choice of one. */
export function useTeams() {
  return useQuery({ queryKey: ['teams'], queryFn: () => request.get<List<Team>>('/teams') });
}

/** Adds a colleague or changes one. */
export function useStaffChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: NewStaff | { id: string; patch: Partial<NewStaff> & { active?: boolean } }) =>
      'id' in change ? request.patch(`/staff/${change.id}`, change.patch) : request.post('/staff', change),
    onSettled: () => void client.invalidateQueries({ queryKey: ['staff'] }),
  });
}

/** A link that signs a colleague in once. */
export function useSignInLink() {
  return useMutation({
    mutationFn: async (id: string): Promise<string> => {
      const { token } = await request.post<{ token: string }>(`/staff/${id}/sign-in-links`);
      return `${window.location.origin}/desk/sign-in?token=${encodeURIComponent(token)}`;
    },
  });
}

/** Keys of programs. */
export function useApiKeys() {
  return useQuery({ queryKey: ['apiKeys'], queryFn: () => request.get<List<ApiKey>>('/api-keys') });
}

/** Makes a key (its secret is in the answer, once) or revokes one. */
export function useApiKeyChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { name: string; role: Role } | { revoke: string }): Promise<{ secret: string } | undefined> =>
      'revoke' in change
        ? request.delete(`/api-keys/${change.revoke}`)
        : request.post<{ secret: string }>('/api-keys', change),
    onSettled: () => void client.invalidateQueries({ queryKey: ['apiKeys'] }),
  });
}

/** Removes the demo shop. */
export function useDemoRemoval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request.delete<void>('/demo'),
    onSuccess: () => client.invalidateQueries(),
  });
}
