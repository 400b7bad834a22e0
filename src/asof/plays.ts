/** The plays of a game in order, page by page. */
import type { Method, Precision } from '../plays/play.ts';
import type { ClockReader } from '../sports/clock.ts';
import { formatInstant } from './instant.ts';
import { cached, type Db, visibilityOf } from './query.ts';
import { seenRows, type Visibility } from './seen.ts';

export interface PlayRow {
  readonly play_id: string;
  readonly wall_clock_time: number;
  readonly order_key: number;
  readonly precision: Precision;
  readonly method: Method;
  readonly earliest: number;
  readonly latest: number;
  readonly period: number;
  readonly clock: number;
  readonly elapsed: number;
  readonly home_score: number;
  readonly away_score: number;
  readonly kind: string;
  readonly description: string | null;
  readonly team_id: string | null;
  readonly player_id: string | null;
  readonly edited_at: number | null;
  readonly note: string | null;
  readonly feed: string;
}

/**
 * Columns of a play as published, of alias `x`, with `playJoins`. Which feed tells the game, `$1`, is the same for all
 * its plays at a basis.
 */
export function playColumns(league: string, visibility: Visibility, basis: string): string {
  const feed = seenRows('x.feed', `${league}.game_details`, 'x.game_key = $1', visibility, basis);
  return `x.play_id, x.wall_clock_time, x.order_key, x.precision, x.method, x.earliest, x.latest,
    x.period, x.clock, x.elapsed, x.home_score, x.away_score, x.kind, x.description, t.team_id, p.player_id,
    x.edited_at, x.note, (${feed}) as feed`;
}

/** Who a play of alias `x` is by. */
export function playJoins(league: string): string {
  return `left join ${league}.teams t using (team_key) left join ${league}.players p using (player_key)`;
}

const page = cached((league: string, visibility: Visibility) => {
  const rows = seenRows(
    'x.*',
    `${league}.play_by_play`,
    `x.game_key = $1 and x.wall_clock_time between $2 and $3
     and (x.wall_clock_time, x.order_key, x.play_id) > ($4, $5::int, $6::text)
     and ($8::int is null or x.edited_at > x.wall_clock_time + $8 * interval '1 second')`,
    visibility,
    '$9::int',
  );
  return `select ${playColumns(league, visibility, '$9::int')}
    from (${rows} order by wall_clock_time, order_key, play_id limit $7) x
    ${playJoins(league)}
    order by x.wall_clock_time, x.order_key, x.play_id`;
});

/** Where a page of plays ended. */
export interface PlayPlace {
  readonly at: number;
  readonly order: number;
  readonly id: string;
}

export interface PlaysQuestion {
  readonly league: string;
  readonly gameKey: number;
  /** Both inclusive, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly after: PlayPlace | null;
  /** Only plays that the feed edited more than so many seconds after they happened. */
  readonly editedAfter: number | null;
  readonly limit: number;
  readonly basis: number | null;
  /** Of the game's season part. */
  readonly clock: ClockReader;
}

/** A play as published. */
export type PublishedPlay = ReturnType<typeof describePlayRow>;

/** Plays after a place, at most `limit`, and the place of the last where there may be more. */
export async function readPlays(db: Db, question: PlaysQuestion) {
  const { after, limit, basis } = question;
  const values: unknown[] = [
    question.gameKey,
    new Date(question.from),
    new Date(question.to),
    new Date(after?.at ?? question.from - 1),
    after?.order ?? 0,
    after?.id ?? '',
    limit,
    question.editedAfter,
  ];
  const { rows } = await db.query<PlayRow>({
    ...page(question.league, visibilityOf({ basis })),
    values: basis === null ? values : [...values, basis],
  });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    plays: rows.map((row) => describePlayRow(row, question.clock)),
    next: last === undefined ? null : { at: last.wall_clock_time, order: last.order_key, id: last.play_id },
  };
}

/** A play as published. */
export function describePlayRow(row: PlayRow, clock: ClockReader) {
  return {
    id: row.play_id,
    order_key: row.order_key,
    wall_clock_time: formatInstant(row.wall_clock_time),
    precision: row.precision,
    method: row.method,
    earliest: formatInstant(row.earliest),
    latest: formatInstant(row.latest),
    period: row.period,
    ...clock(row.period, row.clock),
    elapsed_seconds: row.elapsed / 100,
    home_score: row.home_score,
    away_score: row.away_score,
    kind: row.kind,
    description: row.description,
    team_id: row.team_id,
    player_id: row.player_id,
    edited_at: row.edited_at === null ? null : formatInstant(row.edited_at),
    edited_after_ms: row.edited_at === null ? null : row.edited_at - row.wall_clock_time,
    note: row.note,
    feed: row.feed,
  };
}
