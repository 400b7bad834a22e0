import { soccer } from '../../src/sports/soccer.ts';
import { leagueTables } from '../league.ts';

export const {
  schema,
  teams,
  teamDetails,
  players,
  playerDetails,
  venues,
  officials,
  seasons,
  games,
  gameDetails,
  gameOfficials,
  playByPlay,
  playDocuments,
  periodStarters,
  reconciliations,
  corrections,
  cumulativeStats,
  playerStats,
  playerSeasonTotals,
  teamCumulativeStats,
  teamStats,
  teamSeasonTotals,
} = leagueTables('soccer', soccer);
