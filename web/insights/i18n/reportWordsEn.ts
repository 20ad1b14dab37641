import type { ReportWords } from './reportWords.ts';

/** In English. */
export const en: Record<string, ReportWords> = {
  enquiryCosts: {
    title: 'Cost of enquiries per product line',
    lead: 'Minutes of staff × rate + model tokens + channel fees, split among the products that the talk was about by how often each came up.',
    how: ({ hour, task }) => [
      'An enquiry is a conversation on a day of the shop on which the customer wrote. Care and surveys that we send are none.',
      `Staff time: each message of a colleague counts from the message before it, at least 30 seconds and at most 5 minutes; each finished task of the talk counts ${task} minutes. An hour is ${hour} (the rate at the end of the period; each day goes by its own).`,
      'Split: in proportion to how often answers (by the product page or article they rest on), complaints, open questions and ratings were about each product; talks about none stand alone and are charged to nobody. Parts add up to the whole.',
      'Models by their price at the time; channel fees are messages sent × fee.',
      'When a customer leaves and is erased, these figures stay and name nobody.',
    ],
  },
  leaving: {
    title: 'Cost of leaving',
    lead: 'Customers who became lost in this period, what they bought in the year before, and what goes with them.',
    how: ({ retained, retainedN, discount, multiple }) => [
      'Lost: no purchase for some multiples of their own usual gap (set under points and tiers); each change is on record, the last one of a customer counts.',
      'The year before: 365 days up to their last purchase. By product or line only that part of the money counts, and a customer may stand in several lines.',
      'Cost of leaving = a year’s margin × retention / (1 + discount - retention): the margin that they would have brought had they stayed as customers do (Gupta and Lehmann 2003; Kotler: the lost profit is the lifetime value).',
      `Retention now ${retained} (of ${retainedN} who bought in the year before, those who bought in the last one), discount ${discount}%: ${multiple} yearly margins.`,
      'Margins are set under cost rates; without one only revenue is shown.',
    ],
  },
  segmentsOverTime: {
    title: 'Segments month by month',
    lead: 'How many customers were prospects, active, silent and lost at the end of each month, by the history of changes.',
    how: () => [
      'A month’s customers are all that came less all that left; who was erased leaves in that month, merged records are not counted. Worked out each night.',
      'The present month is as of last night. The share of active ones is of those who have bought.',
      'Press a month to see the customers whose segment changed in it.',
    ],
  },
  cohorts: {
    title: 'Retention by month of first purchase',
    lead: 'Of those who first bought in a month, the share that bought again on another day by the end of month n.',
    how: () => [
      'A line is a cohort; “Month 3” is the end of the third month after the first. Months that are not over are left out.',
      'Again means on another day. Worked out each night, so orders that come late are counted.',
      'The curve is of all cohorts in view; later months rest on fewer of them.',
    ],
  },
  profiling: {
    title: '1. Profiling',
    lead: 'Who the customers are: levels, risk, habits, likes.',
    how: () => [
      'Customers as they are now, without erased and merged ones; revenue and complaints of this period.',
      'Preferences count when the customer confirmed them; one may have several of them, and several channels.',
    ],
  },
  persistency: {
    title: '2. Persistency',
    lead: 'How steadily customers come, how often, and how that moves.',
    how: () => [
      'Bought again: two orders or more. Gap: mean of the customers’ own (median) gaps. Loyalty 0–100 as on the customer’s page.',
      'Became active or lost: changes in this period.',
    ],
  },
  profitability: {
    title: '3. Profitability',
    lead: 'What groups of customers bought, and what is left after enquiries, compensation and vouchers.',
    how: () => [
      'Left = margin - cost of enquiries - compensation and used vouchers. The cost of enquiries is known by tier (at the time); otherwise it is not taken off.',
      'Fifths go by the money of the last two years.',
    ],
  },
  performance: {
    title: '4. Performance',
    lead: 'What customers bought, by kind, place and source.',
    how: () => [
      'By product or line an order with several kinds counts in each line; the total does not add orders.',
      'The last period is the one of the same length before.',
    ],
  },
  prospecting: {
    title: '5. Prospecting',
    lead: 'How the number of customers grows, how many are won, and who is due next.',
    how: ({ wonDays }) => [
      `Bought within 90 days: of customers who came at least ${wonDays} days ago.`,
      'Due = last purchase + own gap; expected revenue by each one’s mean order.',
    ],
  },
  productAnalysis: {
    title: '6. Product',
    lead: 'What is bought again, how it pleases, what goes wrong, and what goes together.',
    how: () => [
      'Bought again: customers who bought the product on two days of this period.',
      'Together: bought by the same customer in this period, five customers at least; a lift above 1 is more often than by chance (Agrawal and Srikant 1994).',
    ],
  },
  promotion: {
    title: '7. Promotion',
    lead: 'What care and vouchers bring, against those who were left out on purpose.',
    how: ({ effectDays }) => [
      `Bought: within ${effectDays} days. Difference = sent - left out; an interval around 0 may be chance (Newcombe 1998).`,
      'Revenue of vouchers is that of the orders they were used for.',
    ],
  },
};
