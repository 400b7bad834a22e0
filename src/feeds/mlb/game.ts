/** A game of MLB's StatsAPI `feed/live`: one document holds plays, line-ups and the official box score. */
import type { NormalGame, SeasonPart, SeasonType, TeamRef, Venue, Version } from '../../plays/game.ts';
import type { Score } from '../../plays/play.ts';
import { BadInput } from '../bad-input.ts';
import { check } from '../check.ts';
import type { GameBundle } from '../feed.ts';
import { A_SEASON, refuseImplausible } from '../plausible.ts';
import { readBox } from './box.ts';
import { FeedLive, type Team } from './document.ts';
import { toPlays } from './plays.ts';
import { sidesOf } from './roster.ts';

export const FEED = 'mlb_statsapi';

/** Kinds of game that count toward a season: wild card, division and league series, World Series. */
const PARTS: Readonly<Record<string, SeasonType>> = {
  S: 'preseason',
  R: 'regular',
  F: 'playoffs',
  D: 'playoffs',
  L: 'playoffs',
  W: 'playoffs',
};

/** Normalise a document. */
export function readGame(bundle: GameBundle): NormalGame {
  const { file, content } = bundle.plays;
  const document = check(FeedLive, content.kind === 'json' ? content.value : null, file, '$');
  const { gameData, liveData } = document;
  const box = readBox(liveData.boxscore, gameData.teams, file);
  const over = gameData.status.abstractGameState === 'Final';
  const plays = toPlays(liveData.plays.allPlays, sidesOf(box.players, file), over);
  const part = partOf(gameData.game, file);
  refuseImplausible(plays, {
    file,
    season: part.season,
    longestBreak: A_SEASON,
    placeOf({ id }) {
      const [atBat, event] = id.split('.');
      return `$.liveData.plays.allPlays[${atBat}]${event === undefined ? '' : `.playEvents[${event}]`}`;
    },
  });
  return {
    league: bundle.league,
    id: bundle.gameId,
    part,
    date: gameData.datetime.officialDate,
    scheduledAt: gameData.datetime.dateTime == null ? null : Date.parse(gameData.datetime.dateTime),
    feed: FEED,
    version: versionOf(document.metaData?.timeStamp, file),
    home: teamOf(gameData.teams.home),
    away: teamOf(gameData.teams.away),
    players: box.players,
    officials: box.officials,
    venue: venueOf(gameData.venue),
    plays,
    // While a game goes on, its box score may be a moment older or newer than the plays: it proves nothing.
    box: over ? { lines: box.lines, score: scoreOf(liveData.linescore), tolerance: {} } : null,
  };
}

function partOf(game: { readonly type: string; readonly season: string }, file: string): SeasonPart {
  const type = PARTS[game.type];
  if (type !== undefined) return { season: game.season, type };
  throw new BadInput(
    file,
    '$.gameData.game.type',
    `a game of type "${game.type}" counts toward no season (All-Star game, exhibition)`,
    'leave it out',
  );
}

/** `20221104_040316` is when the document was made, UTC. Single plays carry no time of their last edit. */
function versionOf(made: string | null | undefined, file: string): Version | null {
  if (made == null) return null;
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)$/.exec(made) ?? [];
  const [date, time] = [parts.slice(0, 3).join('-'), parts.slice(3).join(':')];
  const madeAt = Date.parse(`${date}T${time}Z`);
  if (!Number.isNaN(madeAt)) return { madeAt, editedAt: 0 };
  throw new BadInput(
    file,
    '$.metaData.timeStamp',
    `"${made}" is not a stamp like 20221104_040316`,
    'fetch the file again',
  );
}

function teamOf(team: Team): TeamRef {
  return {
    id: String(team.id),
    tricode: team.abbreviation,
    city: team.locationName ?? null,
    name: team.teamName ?? null,
  };
}

function venueOf(venue: FeedLive['gameData']['venue']): Venue | null {
  if (venue == null) return null;
  return {
    id: String(venue.id),
    name: venue.name,
    city: venue.location?.city ?? null,
    zone: venue.timeZone?.id ?? null,
  };
}

function scoreOf(line: FeedLive['liveData']['linescore']): Score | null {
  const [home, away] = [line?.teams?.home.runs, line?.teams?.away.runs];
  return home == null || away == null ? null : { home, away };
}
