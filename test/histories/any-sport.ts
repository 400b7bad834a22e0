/** Histories of any sport: games of the simulator's generic mode, told without files. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { foldGame } from '../../src/fold/fold.ts';
import { keptGame } from '../../src/ingest/transfer.ts';
import type { NormalGame, SeasonPart } from '../../src/plays/game.ts';
import { anyGame, squadSize } from '../../src/simulate/any-sport.ts';
import { editGame, renamed, toldByMinutes } from '../../src/simulate/any-sport-edits.ts';
import { Random } from '../../src/simulate/random.ts';
import { settle } from '../../src/simulate/stamps.ts';
import { type League, seasonLabel } from '../../src/sports/leagues.ts';
import { acceptGame } from '../../src/store/accept-game.ts';
import { ingest, type LedgerEntry, loadedBefore } from '../../src/store/ledger.ts';
import { Examiner, type Thoroughness } from './examination.ts';
import type { Delivery, Kit, Step } from './history.ts';
import { NaiveBitemporal } from './naive-bitemporal.ts';
import type { Teller, Told } from './teller.ts';
import { Ids } from './tiny-files.ts';
import { SLOTS, TEAMS } from './tiny-game.ts';

export type AnyDelivery = Delivery<NormalGame>;
export type AnyExaminer = Examiner<NormalGame, AnyTelling>;

const TYPES = { '1': 'preseason', '2': 'regular', '4': 'playoffs' } as const;

function partOf(league: League, slot: number): SeasonPart {
  const { kind, year } = SLOTS[slot] ?? SLOTS[0];
  return { season: seasonLabel(league, year), type: TYPES[kind] };
}

/** Games of a league's sport, with numbers in place of ids. */
export function kitOf(league: League): Kit<NormalGame> {
  const editedAt = ({ plays }: NormalGame) => Math.max(...plays.map((play) => play.editedAt ?? 0));
  return {
    begin(slot, seed) {
      const [home = 0, away = 1] = new Random(`teams ${slot} ${seed}`).shuffled([...Array(TEAMS).keys()]);
      const startsAt = SLOTS[slot]?.start ?? 0;
      const part = partOf(league, slot);
      return anyGame({ league, seed: `${slot} ${seed}`, id: String(slot), part, startsAt, home, away });
    },
    revise: (kind, game, random, now, fresh) =>
      editGame(game, kind, { league, random, now, fresh: String(fresh) }),
    editedAt,
  };
}

/** Steps that need no file: nothing is broken here. */
export function withoutFiles(kinds: readonly Step['kind'][]): Step['kind'][] {
  return kinds.filter((kind) => kind !== 'broken');
}

class AnyTelling implements Teller<NormalGame> {
  readonly model: NaiveBitemporal;
  readonly ids: Ids;
  readonly told: Told<NormalGame>[] = [];
  readonly #pool: pg.Pool;
  readonly #league: League;

  constructor(pool: pg.Pool, league: League, history: number) {
    this.#pool = pool;
    this.#league = league;
    this.ids = new Ids(history, '99', TEAMS * squadSize(league.sport));
    this.model = new NaiveBitemporal(league);
  }

  instantsOf({ version }: AnyDelivery): number[] {
    return version.game.plays.flatMap(({ stamp }) =>
      stamp.earliest < stamp.latest ? [stamp.at, stamp.earliest, stamp.latest] : [stamp.at],
    );
  }

  async tell(delivery: AnyDelivery): Promise<Told<NormalGame>> {
    const game = this.#gameOf(delivery);
    const bytes = JSON.stringify(game);
    const { basis, outcome, reason } = await this.#load(game, bytes);
    const { version } = game;
    const stamps = version === null ? null : ([version.madeAt, version.editedAt] as const);
    const counts = this.model.learn(basis, { game, bytes, version: stamps });
    const told = { delivery, basis, counts, outcome, reason };
    this.told.push(told);
    return told;
  }

  /** As a feed's adapter would give it, under the history's ids. */
  #gameOf({ feed, slot, version: { game, madeAt } }: AnyDelivery): NormalGame {
    const { ids } = this;
    const named = renamed(settle(game), {
      game: () => ids.game(slot),
      team: (id) => String(ids.team(Number(id))),
      player: (id) => String(ids.player(Number(id))),
    });
    if (feed === 'minutes') return toldByMinutes(named);
    const editedAt = Math.max(...game.plays.map((play) => play.editedAt ?? 0));
    return { ...named, version: { madeAt: madeAt ?? editedAt, editedAt } };
  }

  /** As the loader does it, once a game is read. */
  async #load(game: NormalGame, bytes: string): Promise<LedgerEntry & { readonly basis: number }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await loadedBefore(this.#pool, { hashes: [sha256], formats: [], later: [] });
    const folded = keptGame(foldGame(game, this.#league));
    const entry: LedgerEntry = {
      league: game.league,
      source: game.id,
      format: null,
      gameId: game.id,
      outcome: 'unchanged',
      place: null,
      reason: known === null ? null : `loaded before, as ingest ${known}`,
      plays: 0,
      rowsWritten: 0,
      discrepancies: 0,
      counts: {},
      files: [{ source: game.id, sha256, format: null, bytes: bytes.length }],
    };
    return ingest(this.#pool, Date.now(), async (client, basis) =>
      known === null ? { ...entry, ...(await acceptGame(client, this.#league, folded, basis)) } : entry,
    );
  }
}

/** An examiner of histories of any sport. */
export function anyExaminer(pool: pg.Pool, league: League, thoroughness: Thoroughness): AnyExaminer {
  return new Examiner(pool, league, thoroughness, (history) => new AnyTelling(pool, league, history));
}
