/** Events whose type is in no vocabulary of their feed: a word that is new, or wrong. */

/** Says so, for the note of the play. */
export function unknownType(type: string | number): string {
  return `event type ${type} is not known: nothing was counted from it`;
}
