/** A small league with everything that a line can stand on: seasons, playoffs, season totals, a corrected game. */
import type pg from 'pg';
import { reviseGame } from '../../src/simulate/revise.ts';
import { simulateSeason } from '../../src/simulate/season.ts';
import { type Files, gameFiles, temporaryFolder } from '../setup/files.ts';
import { loadAll } from '../setup/loading.ts';

const options = { seed: 'panel', teams: 2, gamesPerTeam: 2, prefix: '00' } as const;
const earlier = [...simulateSeason({ ...options, season: '2021-22' })];
const playoffs = [...simulateSeason({ ...options, season: '2021-22', part: 'playoffs' })];
const later = [...simulateSeason({ ...options, season: '2022-23' })];
const games = [...earlier, ...playoffs, ...later];

const SEASONS = `season,season_type,first_day,last_day
2019-20,regular,2019-10-22,2020-08-14
2021-22,regular,2021-10-19,2022-04-10
`;
const HEADER =
  'player_id,player_name,season,season_type,team,games,pts,fgm,fga,fg3m,fg3a,ftm,fta,oreb,dreb,reb,ast,stl,blk,tov,pf';
const dressed = games.flatMap(({ boxscore }) => [
  ...boxscore.game.homeTeam.players,
  ...boxscore.game.awayTeam.players,
]);
const veteran = String(dressed.find(({ played }) => played === '1')?.personId);
/** Somebody of whom nothing but totals are known. */
const RETIRED = '977';
const TOTALS = `${HEADER}
${veteran},A Veteran,2019-20,regular,ABC,60,900,350,700,50,150,150,200,30,150,180,90,,10,60,100
${veteran},A Veteran,2021-22,regular,ABC,82,1640,600,1200,100,300,340,400,50,250,300,200,,20,100,150
${RETIRED},A Retired,2019-20,regular,ABC,66,1161,398,1113,133,467,232,281,40,207,247,184,62,13,129,115
`;

export const playerIds = [...new Set([veteran, RETIRED, ...dressed.map(({ personId }) => String(personId))])];
export const teamIds = [
  ...new Set(
    games.flatMap(({ boxscore }) => [
      String(boxscore.game.homeTeam.teamId),
      String(boxscore.game.awayTeam.teamId),
    ]),
  ),
];

/** Instants of plays, and of what totals begin and end at. */
export const moments = [
  ...games.flatMap(({ playbyplay }) =>
    playbyplay.game.actions.map((action) => Date.parse(action.timeActual)),
  ),
  ...['2019-10-22T04:00Z', '2020-08-15T07:00Z', '2022-04-11T07:00Z'].map((text) => Date.parse(text)),
].sort((a, b) => a - b);

/** What is loaded one after another; the corrections come last, so that older bases know less. */
export function panelLeagueParts(): Files[] {
  const corrected = games.slice(0, 2).map((game, index) => reviseGame(game, index, 'assist moved').game);
  return [
    Object.assign({}, ...earlier.map(gameFiles)),
    { 'seasons.csv': SEASONS, 'totals.csv': TOTALS },
    Object.assign({}, ...[...playoffs, ...later].map(gameFiles)),
    Object.assign({}, ...corrected.map(gameFiles)),
  ];
}

/** Load one of them. */
export async function loadPart(pool: pg.Pool, files: Files): Promise<void> {
  const { folder, remove } = temporaryFolder(files);
  try {
    const reports = await loadAll(pool, folder);
    const failed = reports.find(({ outcome }) => outcome !== 'loaded');
    if (failed !== undefined) throw new RangeError(`${failed.source}: ${failed.outcome} ${failed.reason}`);
  } finally {
    remove();
  }
}

/** Load it all. */
export async function loadPanelLeague(pool: pg.Pool): Promise<void> {
  for (const files of panelLeagueParts()) await loadPart(pool, files);
}
