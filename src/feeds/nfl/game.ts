/** A game from the NFL's game document, which holds all there is: teams, players by their stat rows, plays, score. */
import { DateTime } from 'luxon';
import type { NormalGame, PlayerRef, SeasonType, TeamRef } from '../../plays/game.ts';
import { type Score, SIDES } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import type { GameBundle } from '../feed.ts';
import { Game, type ReadPlay } from './document.ts';
import { type Kickoff, readKickoff } from './kickoff.ts';
import { orderedPlays } from './order.ts';
import { toPlay } from './plays.ts';
import { withoutSecondCopies } from './second-copies.ts';
import { stampsOf } from './stamps.ts';
import { zoneOfVenue } from './venue-zone.ts';
import { readWritten } from './written-time.ts';

export const NFL_FEED = 'nfl_drives';

/** Zone of the game's date where the venue's is not known. */
const LEAGUE_ZONE = 'America/New_York';

const SEASON_TYPES: Readonly<Record<string, SeasonType>> = {
  PRE: 'preseason',
  REG: 'regular',
  POST: 'playoffs',
};

/** Normalise a game document. */
export function readNflGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const game = check(Game, content.kind === 'json' ? content.value : null, file, '$');
  const type = SEASON_TYPES[game.seasonType];
  if (type === undefined) {
    throw new BadInput(
      file,
      '$.seasonType',
      `a "${game.seasonType}" game counts toward no season`,
      'leave it out',
    );
  }
  const all = orderedPlays(game.driveChart.plays, file);
  const { plays, dropped } = withoutSecondCopies(all, game);
  const zone = zoneOfVenue(game.venue);
  const { first, kickoff } = kickoffOf(plays, game, zone, file);
  const timed = stampsOf(plays, kickoff.reading, file);
  const score: Score | null = game.summary
    ? { home: game.summary.homeTeam.score.total, away: game.summary.awayTeam.score.total }
    : null;
  const over = game.summary?.phase?.startsWith('FINAL') === true;
  const context = {
    file,
    homeId: game.homeTeam.id,
    awayId: game.awayTeam.id,
    statedScores: statedScores(game, dropped),
    notes: notesOf(plays, kickoff, first, dropped),
    over,
  };
  refuseOtherSeason(game, timed[plays.indexOf(first)]?.stamp.at ?? 0, file);
  const kickedOffAt = timed[plays.indexOf(first)]?.stamp.at ?? null;
  const date = DateTime.fromMillis(kickoff.scheduledAt ?? kickedOffAt ?? 0, { zone: zone ?? LEAGUE_ZONE });
  return {
    league: bundle.league,
    id: game.id,
    part: { season: String(game.season), type },
    date: date.toISODate(),
    scheduledAt: kickoff.scheduledAt,
    feed: NFL_FEED,
    version: null,
    home: teamOf(game, 'home', file),
    away: teamOf(game, 'away', file),
    players: playersOf(plays, game, file),
    officials: [],
    venue: game.venue
      ? { id: game.venue.id, name: game.venue.name, city: game.venue.city ?? null, zone }
      : null,
    plays: plays.map((play, position) => {
      const at = timed[position];
      if (at === undefined) throw new RangeError('a play without a stamp');
      return toPlay(play, at, context);
    }),
    // A score of a game still going on may be a moment older or newer than the plays: it proves nothing.
    box: over && score !== null ? { lines: [], score, tolerance: {} } : null,
  };
}

/** A season begins in summer and is over before spring. */
function refuseOtherSeason({ season }: Game, kickedOffAt: number, file: string): void {
  const kickedOff = new Date(kickedOffAt);
  const began = kickedOff.getUTCMonth() < 3 ? kickedOff.getUTCFullYear() - 1 : kickedOff.getUTCFullYear();
  if (began === season) return;
  throw new BadInput(
    file,
    '$.season',
    `${kickedOff.toISOString()} is not in the season ${season}`,
    'compare season and times with their source and fetch the file again',
  );
}

function kickoffOf(
  plays: readonly ReadPlay[],
  game: Game,
  zone: string | null,
  file: string,
): { first: ReadPlay; kickoff: Kickoff } {
  const first = plays.find(({ play }) => play.playStartTime !== null);
  const written = first?.play.playStartTime ?? null;
  if (first === undefined || written === null) {
    throw new BadInput(
      file,
      '$.driveChart.plays',
      'no play has a playStartTime',
      'fetch the file after kickoff',
    );
  }
  const faces = {
    scheduled: readWritten(game.time, file, '$.time').face,
    first: readWritten(written, file, `${first.place}.playStartTime`).face,
  };
  return { first, kickoff: readKickoff({ season: game.season, zone, time: game.time }, faces, file) };
}

/** Scoring summaries give the score after the try, at the try, or at the scoring play where there is none. */
function statedScores(game: Game, dropped: ReadonlyMap<number, number>): Map<number, Score> {
  return new Map(
    game.driveChart.scoringSummaries.flatMap(({ patPlayId, scoringPlayId, homeScore, awayScore }) => {
      const id = patPlayId || scoringPlayId;
      return id ? [[dropped.get(id) ?? id, { home: homeScore, away: awayScore }] as const] : [];
    }),
  );
}

/** What was mended, at the plays it was mended at; about the game as a whole, at its first stamped play. */
function notesOf(
  plays: readonly ReadPlay[],
  kickoff: Kickoff,
  first: ReadPlay,
  dropped: ReadonlyMap<number, number>,
): Map<number, string> {
  const copies = new Map([...dropped].map(([copy, kept]) => [kept, copy]));
  const notes = new Map<number, string>();
  for (const each of plays) {
    const { playId, playStartTime } = each.play;
    const copy = copies.get(playId);
    const told = [
      playStartTime === null ? null : kickoff.timesNote,
      each === first ? kickoff.scheduleNote : null,
      copy === undefined ? null : `stands twice in the file; the second copy, play ${copy}, is left out`,
    ].filter((note) => note !== null);
    if (told.length > 0) notes.set(playId, told.join('; '));
  }
  return notes;
}

/** "New York Jets" of ".../clubs/logos/NYJ". */
function teamOf(game: Game, side: 'home' | 'away', file: string): TeamRef {
  const { id, currentLogo, fullName } = game[`${side}Team`];
  const tricode = /\/([A-Z]{2,3})$/.exec(currentLogo ?? '')?.[1];
  if (tricode === undefined) {
    throw new BadInput(
      file,
      `$.${side}Team.currentLogo`,
      "its last part is not the team's letters, like KC",
      'fetch the file again',
    );
  }
  const [, city = null, name = fullName] = /^(.+) (Football Team|\S+)$/.exec(fullName) ?? [];
  return { id, tricode, city, name };
}

/** Whoever has a stat row took part. The file has no roster, and of names only what the rows have. */
function playersOf(plays: readonly ReadPlay[], game: Game, file: string): PlayerRef[] {
  const players = new Map<string, PlayerRef>();
  for (const { play, place } of plays) {
    for (const [index, row] of play.stats.entries()) {
      const id = row.gsisPlayerId;
      if (id === null && row.gsisPlayerName) {
        throw new BadInput(
          file,
          `${place}.stats[${index}].gsisPlayerId`,
          `${row.gsisPlayerName} has no id`,
          'fetch the file again',
        );
      }
      if (id === null) continue;
      const side = SIDES.find((each) => game[`${each}Team`].id === row.teamId);
      const known = players.get(id);
      if (known !== undefined && side !== undefined && known.side !== side) {
        throw new BadInput(
          file,
          `${place}.stats[${index}]`,
          `player ${id} has rows of both sides`,
          'fetch the file again',
        );
      }
      if (side === undefined || (known !== undefined && known.name !== id)) continue;
      players.set(id, {
        id,
        name: row.gsisPlayerName ?? id,
        side,
        starter: null,
        position: null,
        played: true,
      });
    }
  }
  return [...players.values()];
}
