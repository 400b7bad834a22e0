/** A game from StatsAPI `feed/live`: plays, rosters and box score are one document. */
import { DateTime } from 'luxon';
import type { NormalGame, TeamRef, Venue, Version } from '../../../plays/game.ts';
import type { Play } from '../../../plays/play.ts';
import { check } from '../../check.ts';
import type { GameBundle } from '../../feed.ts';
import { refuseImplausible, SOME_DAYS } from '../../plausible.ts';
import { STATSAPI } from '../feeds.ts';
import { LEAGUE_ZONE, partOfGame } from '../game-id.ts';
import { readInstant } from '../periods.ts';
import { actorsOf, withDressed } from '../roster.ts';
import { sidesOf } from '../sides.ts';
import { readBox } from './box.ts';
import { FeedLive, type Team } from './document.ts';
import { toPlays } from './plays.ts';

/** Before these nobody plays. */
const PREPARATION = new Set(['GAME_SCHEDULED', 'PERIOD_READY']);

/** Normalise a `feed/live` document. */
export function readStatsApiGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const document = check(FeedLive, content.kind === 'json' ? content.value : null, file, '$');
  const { gameData, liveData } = document;
  const { home, away } = gameData.teams;
  const part = partOfGame(document.gamePk, Number(gameData.game.season), file, '$.gamePk');
  const types = liveData.plays.allPlays.map(typeOf);
  const over = types.includes('GAME_END');
  const box = readBox(document, over, file);
  const plays = toPlays(liveData.plays.allPlays, {
    file,
    type: part.type,
    actorOf: actorsOf(box.players, file),
    sideOfTeam: sidesOf(home, away, file),
  });
  refuseImplausible(plays, {
    file,
    season: part.season,
    longestBreak: SOME_DAYS,
    placeOf: (play) => `$.liveData.plays.allPlays[${plays.indexOf(play)}]`,
  });
  const opening = types.findIndex((type) => !PREPARATION.has(type));
  const scheduledAt = readInstant(gameData.datetime.dateTime, file, '$.gameData.datetime.dateTime');
  const { venue, zone } = venueOf(gameData.venue, home);
  return {
    league: bundle.league,
    id: bundle.gameId,
    part,
    date: DateTime.fromMillis(scheduledAt, { zone: zone ?? LEAGUE_ZONE }).toISODate(),
    scheduledAt,
    feed: STATSAPI,
    version: versionOf(document.metaData?.timeStamp, file),
    home: teamOf(home),
    away: teamOf(away),
    players: box.players,
    officials: liveData.boxscore.officials.flatMap(({ official }) =>
      official.id === undefined ? [] : [{ id: String(official.id), name: official.fullName }],
    ),
    venue,
    plays: withUnseenGoalies(withDressed(plays, opening, box.players), box.players),
    box: {
      lines: box.lines,
      score: { home: liveData.linescore.teams.home.goals, away: liveData.linescore.teams.away.goals },
      tolerance: {},
    },
  };
}

function typeOf(event: unknown): string {
  const { result } = Object(event);
  return String(Object(result).eventTypeId);
}

/** A goalie with time on ice whom no event names has played by the end of the file; when, nothing says. */
function withUnseenGoalies(plays: readonly Play[], players: NormalGame['players']): readonly Play[] {
  const seen = new Set(plays.flatMap((play) => play.presence.map(({ playerId }) => playerId)));
  const unseen = players
    .filter((player) => player.played === true && !seen.has(player.id))
    .map(({ side, id }) => ({ side, playerId: id }));
  const last = plays.at(-1);
  return last === undefined || unseen.length === 0
    ? plays
    : [...plays.slice(0, -1), { ...last, presence: [...last.presence, ...unseen] }];
}

function teamOf(team: Team): TeamRef {
  return {
    id: String(team.id),
    tricode: team.triCode,
    city: team.locationName ?? null,
    name: team.teamName ?? null,
  };
}

/** City and zone are told of the home team's own arena only; games are played elsewhere too. */
function venueOf(
  venue: FeedLive['gameData']['venue'],
  home: Team,
): { venue: Venue | null; zone: string | null } {
  const own = home.venue;
  const atHome = venue === undefined || venue.name.toLowerCase() === own?.name.toLowerCase();
  const zone = atHome ? (own?.timeZone?.id ?? null) : null;
  if (venue?.id === undefined) return { venue: null, zone };
  return {
    venue: { id: String(venue.id), name: venue.name, city: atHome ? (own?.city ?? null) : null, zone },
    zone,
  };
}

/** `20221102_005519` is UTC. Events carry no time of their last edit. */
function versionOf(made: string | undefined, file: string): Version | null {
  if (made === undefined) return null;
  const iso = made.replace(/^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
  const madeAt = readInstant(iso, file, '$.metaData.timeStamp');
  return { madeAt, editedAt: madeAt };
}
