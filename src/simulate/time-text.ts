const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** Two digits of a number from 0 to 99. */
function twoDigits(n: number): string {
  return two[n] ?? String(n);
}

/** Hundredths of a second as the feed writes clocks and minutes: "PT11M58.00S"; minutes may pass 99. */
export function clockText(hundredths: number): string {
  const minutes = Math.floor(hundredths / 6000);
  const seconds = Math.floor((hundredths % 6000) / 100);
  return `PT${twoDigits(minutes)}M${twoDigits(seconds)}.${twoDigits(hundredths % 100)}S`;
}

/** Hundredths rounded to minutes: "PT21M". */
export function minutesText(hundredths: number): string {
  return `PT${twoDigits(Math.round(hundredths / 6000))}M`;
}

/** An instant (ms) in tenths of a second: "2023-10-25T23:06:19.0Z". */
export function tenthsText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 21)}Z`;
}

/** An instant (ms) in whole seconds: "2023-10-25T23:06:19Z". */
export function secondsText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
