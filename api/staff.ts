import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, administrator, staff } from './roles.ts';
import { byId, id, language, time, words } from './shapes.ts';

export const roleSchema = z.enum(['staff', 'manager', 'administrator']);

export const staffSchema = z.object({
  id,
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  teamId: id.nullable(),
  language: z.string(),
  active: z.boolean(),
  /** How many live conversations one may have at a time. */
  capacity: z.int(),
  createdAt: time,
  demo: z.boolean(),
});
/** A member of staff. */
export type StaffJson = z.input<typeof staffSchema>;

const fields = {
  email: z.email('Use a mail address.').max(200),
  name: words(100),
  role: roleSchema,
  password: z.string().nullable(),
  teamId: id.nullable(),
  language,
  capacity: z.int().min(1).max(50),
};
const newStaff = z.strictObject({
  ...fields,
  password: fields.password.default(null),
  teamId: fields.teamId.default(null),
  language: language.default('zh'),
  capacity: fields.capacity.default(5),
});

/** People who work with Zhiyin. */
export const staffOperations = [
  operation({
    method: 'GET',
    path: '/staff',
    summary: 'Members of staff, by name; not paged, at most 200',
    may: staff,
    answer: z.object({ items: z.array(staffSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.staff.list(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/staff',
    summary: 'Add a member of staff',
    may: administrator,
    body: newStaff,
    answer: staffSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.staff.create(body, actor(caller)),
  }),
  operation({
    method: 'PATCH',
    path: '/staff/:id',
    summary: 'Change a member of staff; a new password or role, or leaving, signs the person out',
    may: administrator,
    params: byId,
    body: z.strictObject({ ...fields, active: z.boolean() }).partial(),
    answer: staffSchema,
    run: ({ services }, { params, body, caller }) => services.staff.update(params.id, body, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/staff/:id/sign-in-links',
    summary: 'A token that signs this person in once, within an hour',
    may: administrator,
    params: byId,
    answer: z.object({ token: z.string(), expiresAt: time }),
    status: 201,
    run: ({ services }, { params, caller }) => services.staff.createSignInLink(params.id, actor(caller)),
  }),
];
