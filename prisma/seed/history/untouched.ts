/** What nobody has done with a task yet. */
export const untouched = {
  checklist: [],
  snoozedUntil: null,
  nudgedAt: null,
  escalatedAt: null,
  outcome: null,
  outcomeNote: null,
  completedAt: null,
  completedById: null,
};
