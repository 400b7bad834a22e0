/** Kinds of entities: who has stat lines. */
export const KINDS = ['player', 'team'] as const;
export type Kind = (typeof KINDS)[number];
