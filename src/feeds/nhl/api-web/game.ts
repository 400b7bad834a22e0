/** A game from api-web `play-by-play`: plays and rosters, neither box score nor wall clock. */
import type { NormalGame, OfficialLine, PlayerRef, TeamRef } from '../../../plays/game.ts';
import type { Score, Side } from '../../../plays/play.ts';
import { BadInput } from '../../bad-input.ts';
import { check } from '../../check.ts';
import type { GameBundle } from '../../feed.ts';
import { API_WEB } from '../feeds.ts';
import { partOfGame } from '../game-id.ts';
import { readInstant } from '../periods.ts';
import { actorsOf, withDressed } from '../roster.ts';
import { sidesOf } from '../sides.ts';
import { PlayByPlay, RosterSpot, type Team } from './document.ts';
import { toPlays } from './plays.ts';

const DAY = 86_400_000;

/** Normalise a play-by-play document. */
export function readApiWebGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const document = check(PlayByPlay, content.kind === 'json' ? content.value : null, file, '$');
  const { homeTeam: home, awayTeam: away } = document;
  const part = partOfGame(document.id, document.season, file, '$.id');
  const start = readInstant(document.startTimeUTC, file, '$.startTimeUTC');
  refuseOtherDay(document.gameDate, start, file);
  const sideOfTeam = sidesOf(home, away, file);
  const players = document.rosterSpots.map((value, position): PlayerRef => {
    const place = `$.rosterSpots[${position}]`;
    const spot = check(RosterSpot, value, file, place);
    return {
      id: String(spot.playerId),
      name: `${spot.firstName.default} ${spot.lastName.default}`,
      side: sideOfTeam(spot.teamId, `${place}.teamId`),
      starter: null,
      position: spot.positionCode,
      played: null,
    };
  });
  const actorOf = actorsOf(players, file);
  const plays = toPlays(document.plays, { file, type: part.type, start, sideOfTeam, actorOf });
  const score = scoreOf(home, away);
  return {
    league: bundle.league,
    id: bundle.gameId,
    part,
    date: document.gameDate,
    scheduledAt: start,
    feed: API_WEB,
    // Nothing in the document says when it was made.
    version: null,
    home: teamOf(home),
    away: teamOf(away),
    players,
    officials: [],
    // Arenas have no number here; their names are stable enough to tell them apart.
    venue:
      document.venue === undefined
        ? null
        : {
            id: document.venue.default,
            name: document.venue.default,
            city: document.venueLocation?.default ?? null,
            zone: null,
          },
    plays: withDressed(plays, 0, players),
    box:
      score === null ? null : { lines: [shotsOf('home', home), shotsOf('away', away)], score, tolerance: {} },
  };
}

/** The date is the one at the arena, at most a day from the UTC date of the start. */
function refuseOtherDay(date: string, start: number, file: string): void {
  if (Math.abs(Date.parse(date) - start) <= 2 * DAY) return;
  throw new BadInput(
    file,
    '$.gameDate',
    `${date} is not the day of the start, ${new Date(start).toISOString()}`,
    'compare both with their source and fetch the file again',
  );
}

function teamOf(team: Team): TeamRef {
  return {
    id: String(team.id),
    tricode: team.abbrev,
    city: team.placeName?.default ?? null,
    name: team.commonName?.default ?? null,
  };
}

function scoreOf(home: Team, away: Team): Score | null {
  return home.score === undefined || away.score === undefined ? null : { home: home.score, away: away.score };
}

/** All the feed states of a team beside the score. */
function shotsOf(side: Side, team: Team): OfficialLine {
  return { side, playerId: null, counters: team.sog === undefined ? {} : { shots: team.sog } };
}
