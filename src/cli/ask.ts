/** `ask`: the as-of question from the shell, about a player, a team or a game. */
import type pg from 'pg';
import { SCOPES, type Scope } from '../asof/combine.ts';
import { answerGame } from '../asof/game.ts';
import { parseInstant } from '../asof/instant.ts';
import { basisKnownAt, findBasis } from '../asof/ledger.ts';
import { inSnapshot } from '../asof/query.ts';
import { type Found, search } from '../asof/search.ts';
import { answerStats, DERIVED_FROM, type DerivedFrom } from '../asof/stats.ts';
import { SEASON_TYPES, type SeasonType } from '../plays/game.ts';
import { findLeague, LEAGUES, leagueNamed } from '../sports/leagues.ts';
import { renderGame, renderStats } from './ask-render.ts';
import { UsageError } from './usage-error.ts';
import { type Answer, watch } from './watch.ts';

export interface AskOptions {
  readonly at?: string;
  readonly tz?: string;
  readonly league?: string;
  readonly scope: Scope | 'all';
  readonly seasonType: SeasonType | 'all';
  readonly derived?: DerivedFrom;
  readonly before?: boolean;
  readonly basis?: string;
  readonly knownAt?: string;
  readonly watch?: boolean;
  readonly json?: boolean;
}

export const ASK_SCOPES: readonly string[] = [...SCOPES, 'all'];
export const ASK_SEASON_TYPES: readonly string[] = [...SEASON_TYPES, 'all'];
export const ASK_DERIVED: readonly string[] = DERIVED_FROM;

/** Answer on standard output; with `--watch`, again whenever the answer has changed, until told to stop. */
export async function ask(
  pool: pg.Pool,
  who: string,
  when: string | undefined,
  options: AskOptions,
): Promise<void> {
  const at = readInstant(when, options);
  const basis = await readBasis(pool, options);
  const entity = await resolveName(pool, who, options.league ?? null);
  const question = () => answer(pool, entity, at, basis, options);
  const print = ({ body, page }: Answer) => console.log(options.json ? JSON.stringify(body) : page);
  if (options.watch !== true) return print(await question());
  if (basis !== null)
    throw new UsageError('--watch follows what becomes known: leave --basis and --known-at out');
  await watch(pool, question, print, at === null);
}

/** Null where none is given: now, and for a game as far as it is known. */
function readInstant(when: string | undefined, { at, tz }: AskOptions): number | null {
  if (when !== undefined && at !== undefined)
    throw new UsageError('give the instant once: as a word or with --at');
  const text = when ?? at;
  return text === undefined ? null : parseInstant(text, tz ?? null);
}

async function answer(
  pool: pg.Pool,
  { league: code, kind, id, name }: Found,
  at: number | null,
  basis: number | null,
  options: AskOptions,
): Promise<Answer> {
  const league = leagueNamed(code);
  const boundary = options.before ? 'before' : 'at';
  const zone = options.tz ?? null;
  if (kind === 'game') {
    const body = await inSnapshot(pool, (db) => answerGame(db, { league, id, at, boundary, basis }));
    if (body === null) throw new UsageError(`game ${id} was not known at basis ${basis}`);
    return { body, page: renderGame(body, zone) };
  }
  const { scope, seasonType, derived = 'line' } = options;
  const asOf = { at: at ?? Date.now(), boundary, basis } as const;
  const body = await answerStats(pool, { league, kind, id, asOf, scope, seasonType, derived });
  if (body === null) throw new UsageError(`${name} was not known at basis ${basis}`);
  return { body, page: renderStats(`${name} (${code} ${id})`, body, zone) };
}

async function readBasis(pool: pg.Pool, { basis, knownAt, tz }: AskOptions): Promise<number | null> {
  if (basis !== undefined && knownAt !== undefined)
    throw new UsageError('give --basis or --known-at, not both');
  if (basis !== undefined) {
    const found = /^\d{1,9}$/.test(basis) ? await findBasis(pool, Number(basis)) : null;
    if (found === null) throw new UsageError(`no ingest has the id ${basis}`);
    return found.basis;
  }
  if (knownAt === undefined) return null;
  const found = await basisKnownAt(pool, parseInstant(knownAt, tz ?? null));
  if (found === null) throw new UsageError(`nothing was known yet at ${knownAt}`);
  return found.basis;
}

/** The one meant: by id, by the name itself, or the likeliest of similar names. */
async function resolveName(pool: pg.Pool, who: string, league: string | null): Promise<Found> {
  if (league !== null && findLeague(league) === undefined) {
    const leagues = LEAGUES.map(({ code }) => code);
    throw new UsageError(`there is no league "${league}"; there are ${leagues.join(', ')}`);
  }
  const found = await search(pool, who, 50, league);
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
