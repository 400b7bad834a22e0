/** The box score within the document: line-ups, who started, who took part, official cells, umpires. */
import { z } from 'zod';
import type { Official, OfficialLine, PlayerRef } from '../../plays/game.ts';
import { SIDES, type Side } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { check, refuseOtherSide } from '../check.ts';

type Cells = Readonly<Record<string, string>>;

const BATTING: Cells = {
  plateAppearances: 'pa',
  atBats: 'ab',
  hits: 'h',
  doubles: 'doubles',
  triples: 'triples',
  homeRuns: 'hr',
  rbi: 'rbi',
  runs: 'r',
  baseOnBalls: 'bb',
  strikeOuts: 'so',
  hitByPitch: 'hbp',
  stolenBases: 'sb',
  caughtStealing: 'cs',
  sacBunts: 'sh',
  sacFlies: 'sf',
  totalBases: 'tb',
};
const PITCHING: Cells = {
  battersFaced: 'p_bf',
  atBats: 'p_ab',
  hits: 'p_h',
  doubles: 'p_doubles',
  triples: 'p_triples',
  homeRuns: 'p_hr',
  baseOnBalls: 'p_bb',
  strikeOuts: 'p_so',
  hitByPitch: 'p_hbp',
  runs: 'p_r',
  earnedRuns: 'p_er',
  outs: 'p_outs',
  numberOfPitches: 'p_pitches',
  balls: 'p_balls',
  strikes: 'p_strikes',
};
const FIELDING: Cells = { errors: 'e' };

const Stats = z.record(z.string(), z.unknown());
const AllStats = z.looseObject({ batting: Stats, pitching: Stats, fielding: Stats.default({}) });
type AllStats = z.infer<typeof AllStats>;

const Player = z.looseObject({
  person: z.looseObject({ id: z.int().positive(), fullName: z.string().min(1) }),
  position: z.looseObject({ abbreviation: z.string().nullish() }).nullish(),
  battingOrder: z
    .string()
    .regex(/^\d{3,4}$/, 'not a place in the batting order')
    .nullish(),
  stats: AllStats,
});
const ids = z.array(z.int().positive());
const Team = z.looseObject({
  team: z.looseObject({ id: z.int() }).nullish(),
  teamStats: AllStats,
  players: z.record(z.string(), z.unknown()),
  batters: ids,
  pitchers: ids,
});
const BoxScore = z.looseObject({
  teams: z.looseObject({ home: z.unknown(), away: z.unknown() }),
  officials: z
    .array(z.looseObject({ official: z.looseObject({ id: z.int().positive(), fullName: z.string() }) }))
    .default([]),
});

export interface Box {
  readonly players: readonly PlayerRef[];
  readonly lines: readonly OfficialLine[];
  readonly officials: readonly Official[];
}

const PLACE = '$.liveData.boxscore';

/** Read the box score, whose sides must be those of the game, or say what is wrong with it and where. */
export function readBox(
  value: unknown,
  teams: Readonly<Record<Side, { readonly id: number }>>,
  file: string,
): Box {
  const box = check(BoxScore, value, file, PLACE);
  const players: PlayerRef[] = [];
  const lines: OfficialLine[] = [];
  for (const side of SIDES) readTeam(box.teams[side], side, teams[side].id, file, players, lines);
  const seen = new Set<string>();
  for (const { id, side } of players) {
    if (seen.has(id)) {
      throw new BadInput(
        file,
        `${PLACE}.teams.${side}.players.ID${id}`,
        `player ${id} stands in the box score twice`,
        'compare the file with its source and fetch it again',
      );
    }
    seen.add(id);
  }
  const officials = box.officials.map(({ official }) => ({
    id: String(official.id),
    name: official.fullName,
  }));
  return { players, lines, officials };
}

function readTeam(
  value: unknown,
  side: Side,
  id: number,
  file: string,
  players: PlayerRef[],
  lines: OfficialLine[],
): void {
  const place = `${PLACE}.teams.${side}`;
  const team = check(Team, value, file, place);
  refuseOtherSide(team.team?.id, id, file, `${place}.team.id`);
  const tookPart = new Set([...team.batters, ...team.pitchers]);
  for (const [key, entry] of Object.entries(team.players)) {
    const player = check(Player, entry, file, `${place}.players.${key}`);
    const { id, fullName } = player.person;
    const played = tookPart.has(id);
    const counters = cellsOf(player.stats, file, `${place}.players.${key}.stats`);
    players.push({
      id: String(id),
      name: fullName,
      side,
      starter: player.battingOrder?.endsWith('00') === true || team.pitchers[0] === id,
      position: player.position?.abbreviation ?? null,
      played,
    });
    if (played) lines.push({ side, playerId: String(id), counters: { ...counters, games: 1 } });
  }
  lines.push({ side, playerId: null, counters: cellsOf(team.teamStats, file, `${place}.teamStats`) });
}

function cellsOf(stats: AllStats, file: string, place: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [group, cells] of [
    ['batting', BATTING],
    ['pitching', PITCHING],
    ['fielding', FIELDING],
  ] as const) {
    for (const [field, counter] of Object.entries(cells)) {
      const value = stats[group]?.[field];
      if (value === undefined) continue;
      found[counter] = check(z.int().min(0), value, file, `${place}.${group}.${field}`);
    }
  }
  return found;
}
