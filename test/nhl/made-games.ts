/** Hand-made documents of both feeds: two skaters and a goalie a side. */
export const HOME = 14;
export const AWAY = 9;
/** Ids of players: home 1 and 2 skate, 3 keeps; away 11 and 12, 13. */
const SPOTS = [
  [HOME, 1, 'C'],
  [HOME, 2, 'D'],
  [HOME, 3, 'G'],
  [AWAY, 11, 'C'],
  [AWAY, 12, 'D'],
  [AWAY, 13, 'G'],
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** api-web: events are numbered and placed a second apart in period 1 unless they say otherwise. */
export function apiWeb(events: readonly Fields[], over: Fields = {}): Fields {
  return {
    id: 2022020148,
    season: 20222023,
    gameType: 2,
    gameDate: '2022-11-01',
    startTimeUTC: '2022-11-01T23:00:00Z',
    homeTeam: { id: HOME, abbrev: 'TBL' },
    awayTeam: { id: AWAY, abbrev: 'OTT' },
    rosterSpots: SPOTS.map(([teamId, playerId, positionCode]) => ({
      teamId,
      playerId,
      firstName: { default: 'P.' },
      lastName: { default: `No ${playerId}` },
      positionCode,
    })),
    plays: events.map((event, position) => ({
      eventId: position + 1,
      sortOrder: (position + 1) * 10,
      periodDescriptor: { number: 1, periodType: 'REG' },
      ...clock(position),
      typeDescKey: 'stoppage',
      ...event,
    })),
    ...over,
  };
}

/** Clock fields after so many seconds of a period. */
export function clock(run: number, length = 1200): { timeInPeriod: string; timeRemaining: string } {
  return { timeInPeriod: text(run), timeRemaining: text(length - run) };
}

function text(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** StatsAPI: what an event says beside its defaults, with whom it names as `[role, player]`. */
export interface MadeEvent {
  readonly result?: Fields;
  readonly about?: Fields;
  readonly cast?: readonly (readonly [role: string, id: number])[];
  readonly team?: Fields | undefined;
}

export function feedLive(events: readonly MadeEvent[], over: Fields = {}): Fields {
  const box = (team: number) => ({
    teamStats: {},
    players: Object.fromEntries(
      SPOTS.filter(([of]) => of === team).map(([, id, position]) => [
        `ID${id}`,
        {
          person: { id, fullName: `P. No ${id}` },
          position: { abbreviation: position },
          stats: { [position === 'G' ? 'goalieStats' : 'skaterStats']: { timeOnIce: '1:00' } },
        },
      ]),
    ),
  });
  return {
    gamePk: 2022020148,
    gameData: {
      game: { season: '20222023' },
      datetime: { dateTime: '2022-11-01T23:00:00Z' },
      teams: { home: { id: HOME, triCode: 'TBL' }, away: { id: AWAY, triCode: 'OTT' } },
    },
    liveData: {
      plays: {
        allPlays: events.map(({ result, about, cast = [], team = { id: HOME } }, position) => ({
          result: { eventTypeId: 'STOP', ...result },
          about: {
            eventId: position + 1,
            period: 1,
            periodType: 'REGULAR',
            periodTimeRemaining: text(1200 - position),
            dateTime: new Date(Date.UTC(2022, 10, 1, 23, 10, position)).toISOString().replace('.000', ''),
            goals: { home: 0, away: 0 },
            ...about,
          },
          players: cast.map(([playerType, id]) => ({ player: { id, fullName: `P. No ${id}` }, playerType })),
          team,
        })),
      },
      linescore: { teams: { home: { goals: 0 }, away: { goals: 0 } } },
      boxscore: { teams: { home: box(HOME), away: box(AWAY) } },
    },
    ...over,
  };
}
