/** Any player at any instant: the running line is a plain sum over the file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../src/feeds/feed.ts';
import type { FoldedGame } from '../../src/fold/fold.ts';
import { lineAt, linesById } from '../fold/reader.ts';
import { describeReal, realDocument } from '../setup/real-data.ts';
import { fold, nhl } from './nhl.ts';

/** One thing an event of the file does to a player's line. */
interface Deed {
  readonly event: string;
  readonly player: string;
  readonly counter: string;
  readonly by: number;
}

interface LivePlay {
  result: { eventTypeId: string; penaltyMinutes?: number; penaltySeverity?: string };
  about: { eventId: number };
  players?: { player: { id: number }; playerType: string }[];
}
interface WebPlay {
  eventId: number;
  typeDescKey: string;
  details?: Record<string, number>;
}

/** Counters by event type and role. */
const LIVE: Readonly<Record<string, string>> = {
  'GOAL Scorer': 'goals shots shot_attempts',
  'GOAL Assist': 'assists',
  'GOAL Goalie': 'shots_against goals_against',
  'SHOT Shooter': 'shots shot_attempts',
  'SHOT Goalie': 'shots_against saves',
  'MISSED_SHOT Shooter': 'shot_attempts',
  'BLOCKED_SHOT Shooter': 'shot_attempts',
  'BLOCKED_SHOT Blocker': 'blocked',
  'FACEOFF Winner': 'faceoff_wins faceoffs_taken',
  'FACEOFF Loser': 'faceoffs_taken',
  'HIT Hitter': 'hits',
  'GIVEAWAY PlayerID': 'giveaways',
  'TAKEAWAY PlayerID': 'takeaways',
};
const WEB: Readonly<Record<string, string>> = {
  'goal scoringPlayerId': 'goals shots shot_attempts',
  'goal assist1PlayerId': 'assists',
  'goal assist2PlayerId': 'assists',
  'goal goalieInNetId': 'shots_against goals_against',
  'shot-on-goal shootingPlayerId': 'shots shot_attempts',
  'shot-on-goal goalieInNetId': 'shots_against saves',
  'missed-shot shootingPlayerId': 'shot_attempts',
  'blocked-shot shootingPlayerId': 'shot_attempts',
  'blocked-shot blockingPlayerId': 'blocked',
  'faceoff winningPlayerId': 'faceoff_wins faceoffs_taken',
  'faceoff losingPlayerId': 'faceoffs_taken',
  'hit hittingPlayerId': 'hits',
  'giveaway playerId': 'giveaways',
  'takeaway playerId': 'takeaways',
};

function deedsOf(
  table: Readonly<Record<string, string>>,
  event: number,
  role: string,
  player: number,
): Deed[] {
  return (table[role]?.split(' ') ?? []).map((counter) => ({
    event: String(event),
    player: String(player),
    counter,
    by: 1,
  }));
}

function liveDeeds(document: Document): Deed[] {
  const value = (document.content.kind === 'json' ? document.content.value : null) as {
    liveData: { plays: { allPlays: LivePlay[] } };
  };
  return value.liveData.plays.allPlays.flatMap(({ result, about, players = [] }) =>
    players.flatMap(({ player, playerType }) => {
      const charged = playerType === 'PenaltyOn' && result.penaltySeverity !== 'Bench Minor';
      return charged
        ? [
            {
              event: String(about.eventId),
              player: String(player.id),
              counter: 'pim',
              by: result.penaltyMinutes ?? 0,
            },
          ]
        : deedsOf(LIVE, about.eventId, `${result.eventTypeId} ${playerType}`, player.id);
    }),
  );
}

function webDeeds(document: Document): Deed[] {
  const value = (document.content.kind === 'json' ? document.content.value : null) as { plays: WebPlay[] };
  return value.plays.flatMap(({ eventId, typeDescKey, details = {} }) =>
    Object.entries(details).flatMap(([role, player]) =>
      role === 'committedByPlayerId'
        ? [{ event: String(eventId), player: String(player), counter: 'pim', by: details.duration ?? 0 }]
        : deedsOf(WEB, eventId, `${typeDescKey} ${role}`, player),
    ),
  );
}

const COUNTERS = [...new Set(Object.values({ ...LIVE, pim: 'pim' }).flatMap((names) => names.split(' ')))];

function holds(folded: FoldedGame, deeds: readonly Deed[]): void {
  const at = new Map(folded.plays.map(({ play }) => [play.id, play.stamp.at]));
  const lines = linesById(folded);
  const ids = folded.players.map(({ player }) => player.id);
  const instants = [...at.values()];
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.oneof(fc.integer({ min: first - 60_000, max: last + 60_000 }), fc.constantFrom(...instants)),
      fc.boolean(),
      (id, instant, including) => {
        const done = (then: number) => (including ? then <= instant : then < instant);
        const naive = Object.fromEntries(COUNTERS.map((counter) => [counter, 0]));
        for (const deed of deeds) {
          if (deed.player !== id || !done(at.get(deed.event) ?? Number.NaN)) continue;
          naive[deed.counter] = (naive[deed.counter] ?? 0) + deed.by;
        }
        const line = lines.get(id);
        const position = folded.plays.findLastIndex(({ play }) => done(play.stamp.at));
        const ours: Readonly<Record<string, number>> =
          line === undefined ? {} : lineAt(folded, nhl, line, position);
        expect(Object.fromEntries(COUNTERS.map((counter) => [counter, ours[counter]]))).toEqual(naive);
      },
    ),
    { numRuns: 3000 },
  );
}

describeReal('a running line at a random instant is the sum of the file', () => {
  test('feed/live', () => {
    const document = realDocument('nhl', 'feed_live_2022020148_second_intermission.json.gz');
    holds(fold(document), liveDeeds(document));
  });

  test('api-web', () => {
    const document = realDocument('nhl', 'api-web_play-by-play_2024030413.json.gz');
    holds(fold(document), webDeeds(document));
  });
});
