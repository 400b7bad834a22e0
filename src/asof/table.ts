/** A league table from results. Pure. */
import type { Side } from '../plays/play.ts';
import type { StandingRule } from '../sports/sport.ts';

/** A finished game. */
export interface Result {
  readonly home: number;
  readonly away: number;
  readonly homeScore: number;
  readonly awayScore: number;
  /** Decided after regulation. */
  readonly late: boolean;
}

/** Games won, lost and drawn; of those lost, how many after regulation. */
export interface Tally {
  wins: number;
  losses: number;
  draws: number;
  late_losses: number;
}

export interface TableRow {
  readonly key: number;
  /** Teams that are equal share a rank; the next has as many before it as there are. */
  rank: number;
  tied: boolean;
  readonly games: number;
  readonly record: Tally;
  readonly home: Tally;
  readonly away: Tally;
  readonly last_ten: Tally;
  /** Results of the same kind in a row, the last included: `W3`, `L1`, `D2`. */
  readonly streak: string;
  readonly scored: number;
  readonly conceded: number;
  readonly points: number | null;
  /** Games won by games played, a draw as half; four decimals. */
  readonly share: number;
  /** Behind the first: half the differences in wins and in losses; null where points decide. */
  games_behind: number | null;
}

type Outcome = 'W' | 'L' | 'D';

interface Played {
  readonly outcome: Outcome;
  readonly side: Side;
  readonly late: boolean;
  readonly scored: number;
  readonly conceded: number;
}

/** Rank the teams of the results, which are in the order in which the games ended. */
export function rankTable(results: readonly Result[], rule: StandingRule): TableRow[] {
  const played = new Map<number, Played[]>();
  const add = (key: number, one: Played) => {
    const own = played.get(key);
    if (own === undefined) played.set(key, [one]);
    else own.push(one);
  };
  for (const { home, away, homeScore, awayScore, late } of results) {
    add(home, {
      side: 'home',
      late,
      scored: homeScore,
      conceded: awayScore,
      outcome: outcomeOf(homeScore, awayScore),
    });
    add(away, {
      side: 'away',
      late,
      scored: awayScore,
      conceded: homeScore,
      outcome: outcomeOf(awayScore, homeScore),
    });
  }
  const rows = [...played].map(([key, games]) => rowOf(key, games, rule));
  const compare = comparison(rule);
  rows.sort((a, b) => compare(a, b) || a.key - b.key);
  const [first] = rows;
  rows.forEach((row, position) => {
    const before = rows[position - 1];
    const after = rows[position + 1];
    const levelBefore = before !== undefined && compare(before, row) === 0;
    row.rank = levelBefore ? before.rank : position + 1;
    row.tied = levelBefore || (after !== undefined && compare(row, after) === 0);
    row.games_behind =
      rule.points === null && first !== undefined ? gamesBehind(first.record, row.record) : null;
  });
  return rows;
}

function outcomeOf(own: number, other: number): Outcome {
  return own > other ? 'W' : own < other ? 'L' : 'D';
}

function rowOf(key: number, games: readonly Played[], { points }: StandingRule): TableRow {
  const record = tally(games);
  const { wins, losses, draws, late_losses: late } = record;
  return {
    key,
    rank: 0,
    tied: false,
    games: games.length,
    record,
    home: tally(games.filter(({ side }) => side === 'home')),
    away: tally(games.filter(({ side }) => side === 'away')),
    last_ten: tally(games.slice(-10)),
    streak: streakOf(games),
    scored: games.reduce((sum, game) => sum + game.scored, 0),
    conceded: games.reduce((sum, game) => sum + game.conceded, 0),
    points:
      points === null
        ? null
        : points.win * wins + points.draw * draws + points.loss * (losses - late) + points.lateLoss * late,
    share: Math.round(((wins + draws / 2) / games.length) * 10_000) / 10_000,
    games_behind: null,
  };
}

function tally(games: readonly Played[]): Tally {
  const count = (wanted: Outcome) => games.filter(({ outcome }) => outcome === wanted).length;
  const late = games.filter(({ outcome, late }) => outcome === 'L' && late).length;
  return { wins: count('W'), losses: count('L'), draws: count('D'), late_losses: late };
}

function streakOf(games: readonly Played[]): string {
  const last = games.at(-1)?.outcome ?? 'D';
  const since = games.findLastIndex(({ outcome }) => outcome !== last);
  return `${last}${games.length - 1 - since}`;
}

function gamesBehind(first: Tally, own: Tally): number {
  return (first.wins - own.wins + own.losses - first.losses) / 2;
}

/** Exactly: shares are compared as fractions. */
function comparison(rule: StandingRule): (a: TableRow, b: TableRow) => number {
  const won = ({ record }: TableRow) => record.wins * 2 + record.draws;
  return (a, b) => {
    const main =
      rule.points === null ? won(b) * a.games - won(a) * b.games : (b.points ?? 0) - (a.points ?? 0);
    if (main !== 0) return main;
    for (const criterion of rule.tieBreaks) {
      const by =
        criterion === 'scored' ? b.scored - a.scored : b.scored - b.conceded - (a.scored - a.conceded);
      if (by !== 0) return by;
    }
    return 0;
  };
}
