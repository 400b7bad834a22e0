/** Answers as pages for people. */
import Table from 'cli-table3';
import type { answerGame } from '../asof/game.ts';
import type { answerStats } from '../asof/stats.ts';
import { SIDES } from '../plays/play.ts';
import type { ClockReading } from '../sports/clock.ts';
import { findLeague } from '../sports/leagues.ts';

type Stats = NonNullable<Awaited<ReturnType<typeof answerStats>>>;
type Game = NonNullable<Awaited<ReturnType<typeof answerGame>>>;
type Counters = Readonly<Record<string, number | null>>;

interface Line {
  readonly counters: Counters;
  readonly derived: Counters;
}

/** A player's or team's lines, one column a scope. */
export function renderStats(heading: string, body: Stats, zone: string | null): string {
  const totals = Object.entries(body.totals).flatMap(([scope, line]) =>
    line === null ? [] : [{ scope, line: line as Line }],
  );
  const [first] = totals;
  const table = tableOf(['', ...totals.map(({ scope }) => scope)]);
  for (const group of ['counters', 'derived'] as const) {
    for (const name of Object.keys(first?.line[group] ?? {})) {
      table.push([name, ...totals.map(({ line }) => show(line[group][name] ?? null))]);
    }
  }
  const lines = [
    heading,
    clocks(body, zone),
    table.toString(),
    body.game === null
      ? 'no game in progress'
      : `in game ${body.game.id}: ${body.game.away.tricode} ${body.game.away_score} at ${body.game.home.tricode} ${body.game.home_score}, ${clockWords(body.league, body.game)}`,
    body.last_play === null
      ? 'no play counted'
      : `last play counted: ${body.last_play.wall_clock_time} in game ${body.last_play.game_id} (known to the ${body.last_play.precision})`,
    `games from plays: ${body.coverage.games_from_plays}; from season totals: ${body.coverage.games_from_totals}`,
  ];
  if (body.bounds !== null)
    lines.push(
      `in doubt at that instant: ${body.bounds.plays_in_doubt} of the plays or totals; --json shows the bounds`,
    );
  return lines.join('\n');
}

/** Notes of a game on its page. */
const NOTES_SHOWN = 3;

/** A game: where it stands, and a box of those counters that somebody has. */
export function renderGame(body: Game, zone: string | null): string {
  const { game, state, last_play: last } = body;
  const standing =
    state.status === 'in_progress' ? clockWords(body.league, state) : state.status.replace('_', ' ');
  const lines = [
    `${game.away.name ?? game.away.tricode} at ${game.home.name ?? game.home.tricode}${game.date === null ? '' : `, ${game.date}`} (${body.league} ${game.id})`,
    clocks(body, zone),
    `${game.away.tricode} ${state.away_score} at ${game.home.tricode} ${state.home_score}, ${standing}`,
  ];
  for (const side of [...SIDES].reverse()) {
    const box = body.box[side];
    const players = box?.players.filter(({ counters }) => Object.values(counters).some(Boolean)) ?? [];
    if (box === undefined || players.length === 0) continue;
    const rows: [string, Counters][] = [
      ...players.map(({ player, counters }): [string, Counters] => [player.name, counters]),
      [game[side].tricode, box.team.counters],
    ];
    const names = Object.keys(box.team.counters).filter((name) =>
      rows.some(([, counters]) => counters[name]),
    );
    const table = tableOf(['', ...names]);
    for (const [name, counters] of rows) table.push([name, ...names.map((of) => show(counters[of] ?? null))]);
    lines.push(table.toString());
  }
  lines.push(
    last === null
      ? 'no play counted'
      : `last play counted: ${last.wall_clock_time} (known to the ${last.precision})`,
  );
  if (body.bounds !== null)
    lines.push(
      `in doubt at that instant: ${body.bounds.plays_in_doubt} of the plays; --json shows the bounds`,
    );
  for (const { note, plays } of body.notes.slice(0, NOTES_SHOWN)) {
    lines.push(`noted at ${plays} ${plays === 1 ? 'play' : 'plays'}: ${note}`);
  }
  if (body.notes.length > NOTES_SHOWN) lines.push('more is noted; --json shows it');
  return lines.join('\n');
}

function clocks(
  body: { readonly as_of: string | null; readonly boundary: string; readonly basis: number },
  zone: string | null,
): string {
  return `as of ${body.as_of ?? 'its last play'}${zone === null ? '' : ` (${zone})`}, boundary ${body.boundary}, basis ${body.basis}`;
}

function tableOf(head: string[]) {
  return new Table({
    head,
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });
}

function show(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** Period and clock in the sport's own words. */
function clockWords(
  league: string,
  { period, clock }: { readonly period: number | null; readonly clock: ClockReading | null },
): string {
  const name = findLeague(league)?.sport.clock.period ?? 'period';
  return [`${name} ${period}`, ...(clock === null ? [] : [readingWords(clock)])].join(', ');
}

const OUTS_A_HALF = 3;

/** "2:05 left", "52:10 played", or the half of an inning and its outs: "top, 2 out". */
export function readingWords({ unit, played, left }: ClockReading): string {
  if (unit === 'seconds') return left === null ? `${minutes(played)} played` : `${minutes(left)} left`;
  if (left === 0) return 'over';
  return `${played < OUTS_A_HALF ? 'top' : 'bottom'}, ${played % OUTS_A_HALF} out`;
}

/** As a scoreboard has it: whole seconds, and tenths of the last minute. */
function minutes(seconds: number): string {
  if (seconds < 60 && !Number.isInteger(seconds)) {
    return `0:${(Math.floor(seconds * 10) / 10).toFixed(1).padStart(4, '0')}`;
  }
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
