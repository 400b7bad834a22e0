/** What one version of a game corrects in another, worked out play by play from what each play adds. */
import type { League } from '../../src/sports/leagues.ts';
import { comparePlaces, type Kind, type NaiveGame, type Place, placeOf, type Values } from './naive-game.ts';

export interface NaiveCorrection {
  readonly kind: Kind;
  readonly id: string;
  readonly playId: string | null;
  readonly change: string;
  readonly counter: string;
  readonly before: number;
  readonly after: number;
  /** Where it stands in the order of plays. */
  readonly place: Place;
}

/** Every entity whose line differs, at each play that adds otherwise than it did. */
export function naiveCorrections(older: NaiveGame, newer: NaiveGame, league: League): NaiveCorrection[] {
  return entitiesOf(older, newer).flatMap(([kind, id]) => ofEntity(older, newer, kind, id, league));
}

function ofEntity(
  older: NaiveGame,
  newer: NaiveGame,
  kind: Kind,
  id: string,
  league: League,
): NaiveCorrection[] {
  const { counters } = league.sport;
  const unit = (counter: number) => counters[counter]?.perUnit ?? 1;
  const sum = (game: NaiveGame, place: Place): Values => game.sum(kind, id, place);
  const found: NaiveCorrection[] = [];
  const drifted = new Set<number>();
  for (const { playId, was, is, place } of playsOf(older, newer)) {
    if (was === undefined && isNews(older, place)) continue;
    const moved =
      was !== undefined && is !== undefined && comparePlaces(placeOf(was.play), placeOf(is.play)) !== 0;
    const change = was === undefined ? 'inserted' : is === undefined ? 'deleted' : moved ? 'moved' : 'edited';
    const had = was === undefined ? [] : older.added(kind, id, was);
    const has = is === undefined ? [] : newer.added(kind, id, is);
    const [before, after] = [sum(older, place), sum(newer, place)];
    for (const [counter, { name, accrues }] of counters.entries()) {
      const [a, b] = [had[counter] ?? 0, has[counter] ?? 0];
      if (a === b && !(moved && a !== 0)) continue;
      if ((before[counter] ?? 0) === (after[counter] ?? 0)) continue;
      // Time and margin drift from the first difference on.
      if (accrues !== undefined && drifted.has(counter)) continue;
      if (accrues !== undefined) drifted.add(counter);
      found.push({
        kind,
        id,
        playId,
        change,
        counter: name,
        before: (before[counter] ?? 0) / unit(counter),
        after: (after[counter] ?? 0) / unit(counter),
        place,
      });
    }
  }
  return found;
}

/** Whether a new play at that place is not a correction but what happened next: nothing follows a game's end. */
export function isNews(older: NaiveGame, place: Place): boolean {
  const end = older.steps.at(-1);
  return !older.over && end !== undefined && comparePlaces(place, placeOf(end.play)) > 0;
}

/** Players and teams of either version, each once. */
function entitiesOf(older: NaiveGame, newer: NaiveGame): (readonly [Kind, string])[] {
  const all = [...older.entities, ...newer.entities];
  return [...new Map(all.map((entity) => [entity.join(' '), entity])).values()];
}

/** Plays of both versions by identity, in the order of where they stand first. */
function playsOf(older: NaiveGame, newer: NaiveGame) {
  const [had, has] = [older, newer].map(
    (game) => new Map(game.steps.map((step) => [step.play.id, step] as const)),
  );
  const ids = new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])]);
  return [...ids]
    .map((playId) => {
      const [was, is] = [had?.get(playId), has?.get(playId)];
      const places = [was, is].flatMap((step) => (step === undefined ? [] : [placeOf(step.play)]));
      const [place = { at: 0, order: 0 }] = places.sort(comparePlaces);
      return { playId, was, is, place };
    })
    .sort((a, b) => comparePlaces(a.place, b.place));
}

/** Two feeds tell a game by plays that are not the same: only what it comes to can be compared. */
export function naiveReplacements(older: NaiveGame, newer: NaiveGame, league: League): NaiveCorrection[] {
  const end: Place = { at: Infinity, order: Infinity };
  return entitiesOf(older, newer).flatMap(([kind, id]) => {
    const [before, after] = [older, newer].map((game) => game.sum(kind, id, end));
    return league.sport.counters.flatMap(({ name, perUnit = 1 }, counter): NaiveCorrection[] => {
      const [had, has] = [(before?.[counter] ?? 0) / perUnit, (after?.[counter] ?? 0) / perUnit];
      if (had === has) return [];
      return [
        { kind, id, playId: null, change: 'replaced', counter: name, before: had, after: has, place: end },
      ];
    });
  });
}
