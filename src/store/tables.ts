/** Names of a league's tables and columns, for the SQL of this folder. */
import { columnOf, type Sport } from '../sports/sport.ts';
import type { VersionedTable } from './versioned.ts';

/** The three levels of one kind of entity. */
export interface EntityTables {
  readonly kind: 'player' | 'team';
  readonly key: string;
  /** A row is a run of running rows. */
  readonly cumulative: VersionedTable;
  /** View of the running rows themselves. */
  readonly rows: string;
  readonly game: VersionedTable;
  readonly season: VersionedTable;
  /** Counters' names as columns, in published order. */
  readonly counters: readonly string[];
}

/** Counter columns of a sport. */
export function counterColumns(sport: Sport): string[] {
  return sport.counters.map(columnOf);
}

/** What a season part carries from before it: in the career, in the career's games of its type, in the season. */
export const CARRIES = ['career_before', 'career_before_type', 'season_before'] as const;

/** Tables of players or of teams of a league. */
export function entityTables(league: string, sport: Sport, kind: 'player' | 'team'): EntityTables {
  const key = `${kind}_key`;
  const prefix = kind === 'player' ? '' : 'team_';
  const counters = counterColumns(sport);
  return {
    kind,
    key,
    counters,
    rows: `${league}.${prefix}cumulative_rows`,
    cumulative: {
      table: `${league}.${prefix}cumulative_stats`,
      identity: [key, 'wall_clock_time', 'order_key'],
      columns: [
        key,
        'wall_clock_time',
        'order_key',
        'game_key',
        'season_order',
        'precision',
        'instants',
        'order_keys',
        'elapsed',
        'margin',
        'earliest',
        'latest',
        'counters_1',
        'counters_2',
        'counters_4',
      ],
    },
    game: {
      table: `${league}.${kind}_stats`,
      identity: [key, 'game_key'],
      columns: [
        key,
        'game_key',
        'season_order',
        'side',
        ...(kind === 'player' ? ['team_key', 'starter', 'position'] : []),
        'started_at',
        'ended_at',
        ...counters,
        'season_before',
      ],
    },
    season: {
      table: `${league}.${kind}_season_totals`,
      identity: [key, 'season_order'],
      columns: [
        key,
        'season_order',
        'has_plays',
        'is_stated',
        'stated_from',
        'stated_at',
        'stated_team',
        'games_from_plays_before',
        'games_from_plays_before_all',
        'stated',
        ...CARRIES,
      ],
    },
  };
}

export function playTable(league: string): VersionedTable {
  return {
    table: `${league}.play_by_play`,
    identity: ['game_key', 'play_id'],
    columns: [
      'game_key',
      'wall_clock_time',
      'order_key',
      'play_id',
      'precision',
      'method',
      'earliest',
      'latest',
      'period',
      'clock',
      'elapsed',
      'home_score',
      'away_score',
      'kind',
      'description',
      'team_key',
      'player_key',
      'edited_at',
      'note',
      'document_digest',
    ],
  };
}

export function starterTable(league: string): VersionedTable {
  return {
    table: `${league}.period_starters`,
    identity: ['game_key', 'period', 'player_key'],
    columns: ['game_key', 'period', 'player_key', 'side', 'source'],
  };
}

export function officialTable(league: string): VersionedTable {
  const columns = ['game_key', 'official_key'];
  return { table: `${league}.game_officials`, identity: columns, columns };
}

export function gameDetailTable(league: string): VersionedTable {
  return {
    table: `${league}.game_details`,
    identity: ['game_key'],
    columns: [
      'game_key',
      'season_order',
      'game_date',
      'scheduled_at',
      'venue_key',
      'home_key',
      'away_key',
      'home_tricode',
      'away_tricode',
      'feed',
      'first_play_at',
      'last_play_at',
      'is_final',
      'precision',
      'made_at',
      'edited_at',
    ],
  };
}
