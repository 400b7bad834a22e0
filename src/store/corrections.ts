/** What a new version of a game changes, stored with the play that causes it. */
import type pg from 'pg';
import {
  type CounterChange,
  changesBetween,
  changesByReplacement,
  goesOn,
  type PlacedPlay,
  runningValues,
  type VersionLine,
} from '../fold/contributions.ts';
import type { KeptGame, KeptPlay } from '../fold/kept.ts';
import { rowsOf } from '../fold/running.ts';
import type { League } from '../sports/leagues.ts';
import { type CopyRow, copyIn, instant } from './copy.ts';
import type { EntityGame } from './entity-game.ts';
import { KINDS, type Kind, ratesOf, type StoredVersion, storedLine } from './stored-version.ts';
import { type EntityTables, entityTables } from './tables.ts';

/**
 * Compare with what was stored and record every counter that was otherwise. Returns how many were.
 *
 * @param touched whose running rows up to the stored version's last play were closed or opened: where the newer
 *   version tells the older one's plays as they were, nobody else's counters can differ.
 */
export async function writeCorrections(
  client: pg.ClientBase,
  league: League,
  folded: KeptGame,
  gameKey: number,
  before: StoredVersion,
  entities: Readonly<Record<Kind, readonly EntityGame[]>>,
  touched: Readonly<Record<Kind, ReadonlySet<number>>>,
  basis: number,
): Promise<number> {
  const plays: PlacedPlay[] = folded.plays.map(({ play, elapsed, home, away }) => ({
    id: play.id,
    at: play.stamp.at,
    orderKey: play.orderKey,
    elapsed,
    margin: home - away,
  }));
  const byId = new Map(folded.plays.map(({ play }) => [play.id, play]));
  const sameFeed = before.feed === folded.game.feed;
  const compare = sameFeed ? changesBetween : changesByReplacement;
  const onlyTouched = sameFeed && goesOn(before.plays, plays, before.isFinal);
  const rows: CopyRow[] = [];
  for (const kind of KINDS) {
    const tables = entityTables(league.code, league.sport, kind);
    const given = new Map(entities[kind].map((entity) => [entity.key, entity]));
    const nothing = league.sport.counters.map(() => 0);
    const blank = (of: readonly PlacedPlay[]): VersionLine => ({
      plays: of,
      steps: [nothing, ...of.map(() => nothing)],
    });
    const { finals } = before.lines[kind];
    for (const key of new Set([...finals.keys(), ...given.keys()])) {
      if (onlyTouched && !touched[kind].has(key)) continue;
      const older = finals.has(key) ? storedLine(before, tables, key, league.sport) : blank(before.plays);
      const entity = given.get(key);
      const rates = ratesOf(kind, entity?.side ?? 'home', league.sport);
      const newer =
        entity === undefined
          ? blank(plays)
          : { plays, steps: runningValues(plays, rowsOf(entity.rows), league.sport, rates) };
      for (const change of compare(older, newer, league.sport, before.isFinal)) {
        rows.push(toRow(change, tables, key, gameKey, before, league, byId, basis, rows.length));
      }
    }
  }
  await copyIn(client, {
    table: `${league.code}.corrections`,
    columns: [
      'basis',
      'position',
      'before_basis',
      'game_key',
      'play_id',
      'change',
      'player_key',
      'team_key',
      'counter',
      'before',
      'after',
      'edited_at',
      'note',
    ],
    rows,
  });
  return rows.length;
}

function toRow(
  change: CounterChange,
  tables: EntityTables,
  key: number,
  gameKey: number,
  version: StoredVersion,
  league: League,
  plays: ReadonlyMap<string, KeptPlay>,
  basis: number,
  position: number,
): CopyRow {
  const counter = league.sport.counters[change.counter];
  const play = change.playId === null ? undefined : plays.get(change.playId);
  const unit = counter?.perUnit ?? 1;
  return [
    basis,
    position,
    version.playBasis.get(change.playId ?? '') ?? version.basis,
    gameKey,
    change.playId,
    change.change,
    tables.kind === 'player' ? key : null,
    tables.kind === 'team' ? key : null,
    counter?.name ?? '',
    change.before / unit,
    change.after / unit,
    instant(play?.editedAt ?? null),
    play?.note ?? null,
  ];
}
