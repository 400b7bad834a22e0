/** A player or a team at a moment: where its figures are asked for. */
import { pathOf } from '../api/ask.ts';

export interface Subject {
  readonly kind: 'player' | 'team';
  readonly league: string;
  readonly id: string;
}

/** A point on both clocks, as the address names it. */
export interface Moment {
  readonly at: number;
  readonly boundary: 'at' | 'before';
  readonly basis: string | null;
}

/** Path of the subject's routes. */
export function subjectPath({ kind, league, id }: Subject, route: string): string {
  return `/v1/${league}/${kind}s/${encodeURIComponent(id)}/${route}`;
}

/** Path of its stats at a moment. */
export function statsPath(subject: Subject, { at, boundary, basis }: Moment): string {
  return pathOf(subjectPath(subject, 'stats'), {
    as_of: new Date(at).toISOString(),
    boundary: boundary === 'at' ? null : boundary,
    basis,
  });
}

/** `nba:977` in an address; the kind is that of the page. */
export function subjectNamed(text: string | null, kind: Subject['kind']): Subject | null {
  const found = /^([a-z]+):(.+)$/.exec(text ?? '');
  return found === null ? null : { kind, league: found[1] ?? '', id: found[2] ?? '' };
}
