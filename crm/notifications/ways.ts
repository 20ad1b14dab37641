import { z } from 'zod';

/** Ways that reach one person. `push`: a browser of theirs; `wecom`: a message of the shop's WeCom app. */
export const personalWays = ['push', 'mail', 'wecom', 'teams'] as const;
export type PersonalWay = (typeof personalWays)[number];

/** Ways that reach a group or another system, each at an address that managers store. */
export const targetWays = ['wecomRobot', 'dingtalk', 'feishu', 'teamsWorkflow', 'webhook'] as const;
export type TargetWay = (typeof targetWays)[number];

export type WayId = PersonalWay | TargetWay;

/** Accounts by which a group's robot can name a person. */
export const mentionWays = ['dingtalk', 'feishu'] as const;

/** What a person wants by one way. */
export const wayLevels = ['all', 'urgent', 'none'] as const;
export const wayLevelSchema = z.enum(wayLevels);
export type WayLevel = z.infer<typeof wayLevelSchema>;

/** Levels by way; a way that is not named is used for everything. */
export const waysSchema = z.partialRecord(z.enum(personalWays), wayLevelSchema);
export type Ways = z.infer<typeof waysSchema>;

export const levelOf = (ways: Ways, way: PersonalWay): WayLevel => ways[way] ?? 'all';
