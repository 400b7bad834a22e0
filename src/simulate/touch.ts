import type { Touch } from './match.ts';

/** The feed's words for how a team came to the ball. */
export function touchQualifiers(touch: Touch): string[] {
  const words: string[] = [];
  if (touch.fromTurnover) words.push('fromturnover');
  if (touch.secondChance) words.push('2ndchance');
  return words;
}
