/** `ask`: the as-of question from the shell. */
import Table from 'cli-table3';
import type pg from 'pg';
import { SCOPES, type Scope } from '../asof/combine.ts';
import { parseInstant } from '../asof/instant.ts';
import { findBasis } from '../asof/ledger.ts';
import { type Found, search } from '../asof/search.ts';
import { answerStats } from '../asof/stats.ts';
import { SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import { findLeague } from '../sports/leagues.ts';
import { UsageError } from './usage-error.ts';

export interface AskOptions {
  readonly tz?: string;
  readonly league?: string;
  readonly scope: Scope | 'all';
  readonly seasonType: SeasonType | 'all';
  readonly before?: boolean;
  readonly basis?: string;
  readonly json?: boolean;
}

export const ASK_SCOPES: readonly string[] = [...SCOPES, 'all'];
export const ASK_SEASON_TYPES: readonly string[] = [...SEASON_TYPES, 'all'];

/** Answer on standard output. */
export async function ask(pool: pg.Pool, who: string, when: string, options: AskOptions): Promise<void> {
  const at = parseInstant(when, options.tz ?? null);
  const basis = await readBasis(pool, options.basis);
  const entity = await resolveName(pool, who, options.league ?? null);
  const league = findLeague(entity.league);
  if (league === undefined || entity.kind === 'game')
    throw new UsageError(`"${who}" is a game: ask about a player or a team`);
  const body = await answerStats(pool, {
    league,
    kind: entity.kind,
    id: entity.id,
    asOf: { at, boundary: options.before ? 'before' : 'at', basis },
    scope: options.scope,
    seasonType: options.seasonType,
  });
  if (body === null) throw new UsageError(`${entity.name} was not known at basis ${basis}`);
  console.log(options.json ? JSON.stringify(body) : render(entity, body, options.tz ?? null));
}

async function readBasis(pool: pg.Pool, text: string | undefined): Promise<number | null> {
  if (text === undefined) return null;
  const basis = /^\d{1,9}$/.test(text) ? await findBasis(pool, Number(text)) : null;
  if (basis === null) throw new UsageError(`no ingest has the id ${text}`);
  return basis.basis;
}

/** The one meant: by id, by the name itself, or the likeliest of similar names. */
export async function resolveName(pool: pg.Pool, who: string, league: string | null): Promise<Found> {
  const found = (await search(pool, who, 50)).filter((entry) => league === null || entry.league === league);
  const same = (text: string) => text.toLowerCase() === who.trim().toLowerCase();
  const exact = found.filter(
    (entry) => entry.id === who || same(entry.name) || same(entry.name.replace(/ \([^)]*\)$/, '')),
  );
  const [first, second] = exact.length > 0 ? exact : found;
  if (first === undefined) throw new UsageError(`nobody of the name "${who}" is loaded`);
  if (second !== undefined && (exact.length > 1 || second.score === first.score)) {
    const list = (exact.length > 1 ? exact : found)
      .slice(0, 8)
      .map((entry) => `${entry.name} (${entry.league} ${entry.kind} ${entry.id})`);
    throw new UsageError(`"${who}" may be ${list.join(', ')}: ask by id`);
  }
  if (exact.length === 0)
    console.error(`taking "${who}" for ${first.name} (${first.league} ${first.kind} ${first.id})`);
  return first;
}

type Body = NonNullable<Awaited<ReturnType<typeof answerStats>>>;
interface Line {
  readonly counters: Readonly<Record<string, number | null>>;
  readonly derived: Readonly<Record<string, number | null>>;
}

function render(entity: Found, body: Body, zone: string | null): string {
  const totals = Object.entries(body.totals).flatMap(([scope, line]) =>
    line === null ? [] : [{ scope, line: line as Line }],
  );
  const [first] = totals;
  const table = new Table({
    head: ['', ...totals.map(({ scope }) => scope)],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    colAligns: ['left', ...totals.map(() => 'right' as const)],
  });
  const rows = (group: keyof Line) => {
    for (const name of Object.keys(first?.line[group] ?? {})) {
      table.push([name, ...totals.map(({ line }) => show(line[group][name] ?? null))]);
    }
  };
  rows('counters');
  rows('derived');
  const lines = [
    `${entity.name} (${entity.league} ${entity.id})`,
    `as of ${body.as_of}${zone === null ? '' : ` (${zone})`}, boundary ${body.boundary}, basis ${body.basis}`,
    table.toString(),
    body.game === null
      ? 'no game in progress'
      : `in game ${body.game.id}: ${body.game.away.tricode} ${body.game.away_score} at ${body.game.home.tricode} ${body.game.home_score}, period ${body.game.period}, ${body.game.clock_seconds} s left`,
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

function show(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
