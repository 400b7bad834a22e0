/** Writing a million instants: the day once, the rest by hand. */

const DAY = 86_400_000;
const pad = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** A function like `formatInstant` that remembers the day it wrote last. */
export function instantWriter(): (at: number) => string {
  let day = Number.NaN;
  let date = '';
  return (at) => {
    const today = Math.floor(at / DAY);
    if (today !== day) {
      day = today;
      date = new Date(today * DAY).toISOString().slice(0, -13);
    }
    const within = at - today * DAY;
    const seconds = Math.floor(within / 1000);
    const minutes = Math.floor(seconds / 60);
    const rest = within - seconds * 1000;
    const milliseconds = rest < 10 ? `00${rest}` : rest < 100 ? `0${rest}` : rest;
    return `${date}${pad[Math.floor(minutes / 60)]}:${pad[minutes % 60]}:${pad[seconds % 60]}.${milliseconds}Z`;
  };
}
