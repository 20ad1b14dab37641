/** A day with at least how many rows of those that are asked for; of several rows for one day the order is the caller's. */
export interface DayCount {
  day: string;
  n: number;
}

/**
 * The newest rows, at most `rows` of them: read day by day, newest first, as many days at once as hold `atOnce` rows by their counts, and twice as
 * many each time. So a list never reads more of a long time than it shows, however rare its rows are.
 */
export async function newestOfDays<Day extends DayCount, Row>(
  counts: readonly Day[],
  { rows, atOnce = rows }: { rows: number; atOnce?: number },
  read: (days: Day[], limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  const days = counts.filter(({ n }) => n > 0).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const found: Row[] = [];
  let [next, size] = [0, atOnce];
  while (found.length < rows && next < days.length) {
    const end = endOf(days, next, size);
    found.push(...(await read(days.slice(next, end), rows - found.length)));
    [next, size] = [end, size * 2];
  }
  return found;
}

/** Whole days, from a place on, until they hold so many. */
function endOf(days: readonly DayCount[], from: number, size: number): number {
  let sum = 0;
  for (let place = from; place < days.length; place++) {
    if (sum >= size && days[place]!.day !== days[place - 1]!.day) return place;
    sum += days[place]!.n;
  }
  return days.length;
}
