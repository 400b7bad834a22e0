/** When a counter first reached a number: the play, or the season where only its totals are known. */
import type pg from 'pg';
import type { SeasonType } from '../plays/game.ts';
import type { Kind } from '../plays/kind.ts';
import { clockSeconds } from '../sports/clock.ts';
import type { League } from '../sports/leagues.ts';
import { counterIndex } from '../sports/sport.ts';
import type { Scope } from './combine.ts';
import { headOf, keyOf } from './directory.ts';
import { findFirstReached } from './first-reached.ts';
import { END_OF_TIME } from './game.ts';
import { formatInstant } from './instant.ts';
import { gamesFromPlays, readEndAt, type Subject } from './interval-end.ts';
import { newestBasis } from './ledger.ts';
import { type NamedPlay, readNamedPlays } from './named-plays.ts';
import { toCounters } from './published.ts';
import { type AsOf, type Boundary, type Db, inSnapshot, orderOf } from './query.ts';
import { playedOf, readSeasonParts, type SeasonPartRow } from './season-parts.ts';
import { seasonOf } from './timeline.ts';
import type { Step } from './walk.ts';

export interface MilestoneQuestion {
  readonly league: League;
  readonly kind: Kind;
  readonly id: string;
  /** A counter of the sport. */
  readonly counter: string;
  /** In published units. */
  readonly reaches: number;
  readonly scope: Scope;
  readonly seasonType: SeasonType | 'all';
  /** Only what counts at this instant, epoch milliseconds; null for all that is known. */
  readonly at: number | null;
  readonly boundary: Boundary;
  readonly basis: number | null;
}

interface Found {
  readonly basis: number;
  readonly step: Step | null;
  readonly play: NamedPlay | null;
  readonly unknownSince: number | null;
  readonly games: { readonly games_from_plays: number; readonly games_from_totals: number };
  readonly mayBeEarlier: boolean;
}

/** The answer, or null for a player or team that was not known. */
export async function answerMilestone(pool: pg.Pool, question: MilestoneQuestion) {
  const { league, kind, id, counter, at } = question;
  const key = await keyOf(pool, league, kind, id);
  if (key === null) return null;
  const found = await inSnapshot(pool, (db) => readMilestone(db, question, key));
  const head = await headOf(pool, league, kind, key, found.basis);
  if (head === null) return null;
  const { step, play, unknownSince } = found;
  return {
    league: league.code,
    [kind]: { id, name: head.name },
    counter,
    scope: question.scope,
    season_type: question.seasonType,
    reaches: question.reaches,
    as_of: at === null ? null : formatInstant(at),
    boundary: question.boundary,
    basis: found.basis,
    reached:
      step === null
        ? null
        : {
            // Totals tell the season, not the moment.
            wall_clock_time: step.game === null ? null : formatInstant(step.at),
            precision: step.precision,
            earliest: formatInstant(step.earliest),
            latest: formatInstant(step.latest),
            ...seasonOf(league, step.season_order),
            game_id: step.game?.game_id ?? null,
            play_id: play?.play_id ?? null,
            period: play?.period ?? null,
            clock_seconds: play === null ? null : clockSeconds(league.sport, play.clock),
            description: play?.description ?? null,
            value: toCounters(league.sport, step.lines[question.scope])[counter] ?? null,
          },
    may_be_earlier: found.mayBeEarlier,
    unknown_since: unknownSince === null || step !== null ? null : formatInstant(unknownSince),
    coverage: found.games,
  };
}

async function readMilestone(db: Db, question: MilestoneQuestion, key: number): Promise<Found> {
  const { league, kind, scope, basis, seasonType } = question;
  const subject: Subject = { league, kind, key, seasonType };
  const asOf: AsOf = { at: question.at ?? END_OF_TIME, boundary: question.boundary, basis };
  const parts = await readSeasonParts(db, league, kind, key, seasonType, basis);
  const position = counterIndex(league.sport).get(question.counter) ?? -1;
  const { step, unknownSince } = await findFirstReached(db, subject, {
    scope,
    position,
    // 8.8 hundredfold is a hair more than 880.
    value: Math.ceil(question.reaches * (league.sport.counters[position]?.perUnit ?? 1) - 1e-6),
    until: { at: asOf.at, order: orderOf(asOf) },
    parts,
    basis,
  });
  const games = step === null ? await gamesAt(db, subject, asOf) : gamesOfStep(step, parts);
  const mayBeEarlier = ({ at, game, season_order }: Step) => {
    if (scope === 'game') return games.games_from_totals > 0;
    const isAfterUnknown = scope === 'season' && unknownSince !== null && unknownSince < at;
    const part = parts.find((one) => one.season_order === season_order);
    return isAfterUnknown || (game !== null && isPartial(part));
  };
  return {
    basis: basis ?? (await newestBasis(db)),
    step,
    play: await playOf(db, league.code, step, basis),
    unknownSince,
    games,
    mayBeEarlier: step !== null && mayBeEarlier(step),
  };
}

/** Whether official totals tell of more games in a part than are loaded play by play. */
function isPartial(part: SeasonPartRow | undefined): boolean {
  return part !== undefined && (part.stated?.[0] ?? 0) > (playedOf(part)?.[0] ?? 0);
}

function gamesOfStep({ lines, game, season_order }: Step, parts: readonly SeasonPartRow[]): Found['games'] {
  const part = parts.find((one) => one.season_order === season_order);
  const ofPart =
    game === null
      ? ((part === undefined ? null : playedOf(part))?.[0] ?? 0)
      : (game.before[0] ?? 0) + (lines.game[0] ?? 0);
  const played = (part?.games_before ?? 0) + ofPart;
  return { games_from_plays: played, games_from_totals: (lines.career[0] ?? played) - played };
}

async function gamesAt(db: Db, subject: Subject, asOf: AsOf): Promise<Found['games']> {
  const end = await readEndAt(db, subject, asOf);
  const played = gamesFromPlays(end);
  return { games_from_plays: played, games_from_totals: (end.lines.career[0] ?? played) - played };
}

async function playOf(
  db: Db,
  league: string,
  step: Step | null,
  basis: number | null,
): Promise<NamedPlay | null> {
  if (step === null || step.game === null) return null;
  const place = { at: step.at, order: step.order, gameKey: step.game.game_key };
  const [play] = await readNamedPlays(db, league, [place], basis);
  return play === undefined || play.play_id === null ? null : play;
}
