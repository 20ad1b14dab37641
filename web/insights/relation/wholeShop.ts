/** Ways to look at a report at which nothing can be told of one product; the API refuses to. */
export const wholeShop: Record<string, readonly string[]> = {
  segmentsOverTime: ['month'],
  cohorts: ['month'],
  promotion: ['voucher'],
};
