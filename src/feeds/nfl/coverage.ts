/** What the NFL's game documents cover. */
import { counters, type FeedCoverage } from '../coverage.ts';
import { NFL_FEED } from './game.ts';

export const NFL_COVERAGE: FeedCoverage = {
  feed: NFL_FEED,
  leagues: ['nfl'],
  identity: 'playId',
  order: 'playSequenceNumber, then the order of the file',
  clock: {
    precision: ['millisecond', 'second', 'minute', 'game'],
    method: ['feed', 'interpolated'],
    note: 'playEndTime, else playStartTime, UTC, to the millisecond or the second; interpolated where there is none, or none to be believed',
  },
  editTime: false,
  floor: 'none',
  box: 'score',
  counters: counters({
    exact: [
      ...[
        'pts',
        'pass_att',
        'pass_cmp',
        'pass_yds',
        'pass_td',
        'pass_int',
        'sacked',
        'sack_yds_lost',
        'air_yds',
      ],
      ...['rush_att', 'rush_yds', 'rush_td', 'targets', 'rec', 'rec_yds', 'yac', 'rec_td'],
      ...['fumbles', 'fumbles_lost'],
      ...['tackles_solo', 'tackles_helped', 'tackle_assists', 'tackles_for_loss', 'sacks', 'qb_hits'],
      ...[
        'passes_defended',
        'interceptions',
        'int_yds',
        'forced_fumbles',
        'fumble_rec_own',
        'fumble_rec_opp',
      ],
      ...['fumble_ret_yds', 'kicks_blocked', 'safeties'],
      ...['fg_att', 'fg_made', 'xp_att', 'xp_made', 'punts', 'punt_yds', 'punts_in20', 'punts_blocked'],
      ...['kickoffs', 'kick_ret', 'kick_ret_yds', 'punt_ret', 'punt_ret_yds', 'fair_catches'],
      ...['ret_td', 'two_pt_att', 'two_pt', 'two_pt_pass', 'penalties', 'penalty_yds'],
      ...['first_downs', 'third_att', 'third_made', 'fourth_att', 'fourth_made'],
    ],
    derived: ['games'],
  }),
  gaps: [
    {
      where: 'the game of 2003 at hand has no stat rows for them',
      counters: ['air_yds', 'targets', 'yac', 'qb_hits', 'tackles_for_loss'],
    },
    { where: 'the game of 2011 at hand has no stat rows for them', counters: ['tackles_for_loss'] },
  ],
  notes: [
    'counted from the official stat rows on each play; who dressed without a row is not told',
    'what was mended about a time is told in the note of the play',
  ],
};
