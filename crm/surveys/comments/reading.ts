/** How somebody feels about something, as far as words tell. */
export const feelings = ['negative', 'neutral', 'positive'] as const;
export type Feeling = (typeof feelings)[number];

/** What a comment says: how its writer feels, and about what. A comment may praise the product and blame the delivery. */
export interface CommentRead {
  feeling: Feeling;
  themes: { code: string; feeling: Feeling }[];
}

/** Who read a comment. Where no model did, the words in it decide. */
export type ReadBy = 'model' | 'keywords';
