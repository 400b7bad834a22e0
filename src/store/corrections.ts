/** What a new version of a game changes, stored with the play that causes it. */
import type pg from 'pg';
import {
  type CounterChange,
  changesBetween,
  changesByReplacement,
  type PlacedPlay,
  runningValues,
  type VersionLine,
} from '../fold/contributions.ts';
import type { FoldedGame } from '../fold/fold.ts';
import type { Play } from '../plays/play.ts';
import type { League } from '../sports/leagues.ts';
import { type CopyRow, copyIn, instant } from './copy.ts';
import type { EntityGame } from './game-level.ts';
import { ratesOf, readStoredLines, readStoredPlays, type StoredVersion } from './stored-version.ts';
import { type EntityTables, entityTables } from './tables.ts';

const KINDS = ['player', 'team'] as const;

/** The stored version, read before the new one is written. */
export interface Before {
  readonly feed: string | null;
  /** Whether the game was over as far as was known. */
  readonly isFinal: boolean;
  readonly version: StoredVersion;
  readonly lines: Readonly<Record<(typeof KINDS)[number], ReadonlyMap<number, VersionLine>>>;
}

/** Read what is stored of a game. */
export async function readBefore(
  client: pg.ClientBase,
  league: League,
  gameKey: number,
  { feed, isFinal }: Pick<Before, 'feed' | 'isFinal'>,
): Promise<Before> {
  const version = await readStoredPlays(client, league.code, gameKey);
  const read = (kind: 'player' | 'team') =>
    readStoredLines(
      client,
      entityTables(league.code, league.sport, kind),
      league.sport,
      gameKey,
      version.plays,
    );
  return { feed, isFinal, version, lines: { player: await read('player'), team: await read('team') } };
}

/** Compare with what was stored and record every counter that was otherwise. Returns how many were. */
export async function writeCorrections(
  client: pg.ClientBase,
  league: League,
  folded: FoldedGame,
  gameKey: number,
  before: Before,
  entities: Readonly<Record<(typeof KINDS)[number], readonly EntityGame[]>>,
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
  const compare = before.feed === folded.game.feed ? changesBetween : changesByReplacement;
  const rows: CopyRow[] = [];
  for (const kind of KINDS) {
    const tables = entityTables(league.code, league.sport, kind);
    const given = new Map(entities[kind].map((entity) => [entity.key, entity]));
    const nothing = league.sport.counters.map(() => 0);
    const blank = (of: readonly PlacedPlay[]): VersionLine => ({
      plays: of,
      steps: [nothing, ...of.map(() => nothing)],
    });
    for (const key of new Set([...before.lines[kind].keys(), ...given.keys()])) {
      const older = before.lines[kind].get(key) ?? blank(before.version.plays);
      const entity = given.get(key);
      const rates = ratesOf(kind, entity?.side ?? 'home', league.sport);
      const newer =
        entity === undefined
          ? blank(plays)
          : { plays, steps: runningValues(plays, entity.rows, league.sport, rates) };
      for (const change of compare(older, newer, league.sport, before.isFinal)) {
        rows.push(toRow(change, tables, key, gameKey, before.version, league, byId, basis, rows.length));
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
  plays: ReadonlyMap<string, Play>,
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
