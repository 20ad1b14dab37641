import { anonymousOrder, type Holding, ofComplaint, ofConversation, ofCustomer, scoresOf } from './holding.ts';

/** What surveys keep of a person: whom they asked, and what was answered. */
export const surveyHoldings: readonly Holding[] = [
  {
    table: 'Invitation',
    by: [ofCustomer, ofConversation, ofComplaint, ['taskId', 'tasks']],
    erase: {
      cut: {
        // That it was decided on stays known, so that it is not counted twice; of ids of tables that are anonymous by now alone.
        cause: `CASE WHEN cause ~ '^(complaint|task|conversation|again):' THEN cause WHEN starts_with(cause, 'purchase:')
          THEN coalesce('purchase:' || ${anonymousOrder(`substr("Invitation".cause, 10)`)}, 'erased-' || id) ELSE 'erased-' || id END`,
        state: `CASE WHEN state = 'planned' THEN 'withheld' WHEN state IN ('sent', 'delivered', 'opened') THEN 'expired' ELSE state END`,
        reason: `CASE state WHEN 'planned' THEN 'erased' ELSE reason END`,
        dueAt: 'NULL',
        decidedAt: `CASE state WHEN 'planned' THEN $now ELSE "decidedAt" END`,
      },
      plain: ['rated', 'way', 'channel', 'tier', 'segment'],
    },
  },
  {
    table: 'Response',
    by: [ofCustomer, ofConversation],
    erase: {
      cut: { comment: 'NULL', answers: scoresOf('answers'), externalId: 'NULL' },
      plain: ['way', 'channel', 'language', 'tier', 'segment'],
    },
  },
  {
    table: 'ResponseChange',
    by: [['responseId', 'responses']],
    erase: { cut: { comment: 'NULL', answers: scoresOf('answers') }, plain: [] },
  },
  // After the comment, so that what is being read at this moment finds it gone.
  { table: 'CommentReading', by: [['responseId', 'responses']], erase: 'delete', key: 'responseId' },
];
