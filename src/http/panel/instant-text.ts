/** Writing a million instants as text: the date of a day once, the rest by hand. */

const DAY = 86_400_000;
const pad = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** A function like `formatInstant` that remembers the dates of the days it has met. */
export function instantWriter(): (at: number) => string {
  const dates = new Map<number, string>();
  return (at) => {
    const day = Math.floor(at / DAY);
    let date = dates.get(day);
    if (date === undefined) {
      date = new Date(day * DAY).toISOString().slice(0, -13);
      dates.set(day, date);
    }
    const within = at - day * DAY;
    const seconds = Math.floor(within / 1000);
    const minutes = Math.floor(seconds / 60);
    const rest = within - seconds * 1000;
    const milliseconds = rest < 10 ? `00${rest}` : rest < 100 ? `0${rest}` : rest;
    return `${date}${pad[Math.floor(minutes / 60)]}:${pad[minutes % 60]}:${pad[seconds % 60]}.${milliseconds}Z`;
  };
}
