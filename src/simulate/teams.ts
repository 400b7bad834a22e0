import { FIRST_ARENA_ID, FIRST_TEAM_ID } from './ids.ts';

/** An invented team and its hall. */
export interface Team {
  readonly teamId: number;
  readonly city: string;
  readonly name: string;
  readonly tricode: string;
  readonly arenaId: number;
  readonly arenaName: string;
  readonly state: string;
  /** IANA zone of the hall. */
  readonly timezone: string;
}

/** The number of teams asked for cannot be had. */
export class TeamCountError extends Error {
  constructor(count: number) {
    super(`cannot make a league of ${count} teams: wanted an even number from 2 to ${ROWS.length}`);
    this.name = 'TeamCountError';
  }
}

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

// City, name, tricode, hall, invented state code, zone.
const ROWS: readonly (readonly [string, string, string, string, string, string])[] = [
  ['Harbor City', 'Lanterns', 'HCL', 'Beacon Hall', 'XA', EASTERN],
  ['Millbrook', 'Herons', 'MBH', 'Reedwater Center', 'XB', CENTRAL],
  ['Copper Ridge', 'Miners', 'CRM', 'Lodestone Arena', 'XC', MOUNTAIN],
  ['Saltmarsh', 'Tides', 'SMT', 'Breakwater Pavilion', 'XD', PACIFIC],
  ['Eastvale', 'Weavers', 'EVW', 'Loom Street Arena', 'XA', EASTERN],
  ['Prairie Junction', 'Larks', 'PJL', 'Grainery Center', 'XE', CENTRAL],
  ['Fallowmoor', 'Foxes', 'FMF', 'Hollow Oak Hall', 'XF', EASTERN],
  ['Glass Bay', 'Glaziers', 'GBG', 'Lighthouse Dome', 'XD', PACIFIC],
  ['Ironford', 'Anvils', 'IFA', 'Foundry Floor', 'XG', EASTERN],
  ['Three Rivers', 'Otters', 'TRO', 'Confluence Arena', 'XH', CENTRAL],
  ['Pinecrest', 'Owls', 'PCO', 'Evergreen Court', 'XI', PACIFIC],
  ['Stonebridge', 'Masons', 'SBM', 'Keystone Garden', 'XJ', EASTERN],
  ['Red Mesa', 'Drifters', 'RMD', 'Canyon Hall', 'XC', MOUNTAIN],
  ['Lakehead', 'Loons', 'LHL', 'Northwater Center', 'XK', CENTRAL],
  ['Windmere', 'Kites', 'WMK', 'Gale Street Arena', 'XL', EASTERN],
  ['Old Quay', 'Tidewaiters', 'OQT', 'Customs House Arena', 'XM', EASTERN],
  ['Silverdale', 'Stargazers', 'SDS', 'Observatory Hall', 'XI', PACIFIC],
  ['Cedar Hollow', 'Carvers', 'CHC', 'Cedar Court', 'XN', CENTRAL],
  ['Port Ember', 'Embers', 'PEM', 'Kiln Arena', 'XO', EASTERN],
  ['Westholm', 'Rooks', 'WHR', 'Tower Yard', 'XP', MOUNTAIN],
  ['Marigold', 'Bees', 'MGB', 'Hive Center', 'XQ', CENTRAL],
  ['Northgate', 'Wardens', 'NGW', 'Portcullis Arena', 'XR', EASTERN],
  ['Blue Hollow', 'Fiddlers', 'BHF', 'Hollow Dome', 'XS', CENTRAL],
  ['Amberfield', 'Harvesters', 'AFH', 'Threshing Floor', 'XE', CENTRAL],
  ['Seven Oaks', 'Squires', 'SOS', 'Acorn Court', 'XT', EASTERN],
  ['Driftwood', 'Gulls', 'DWG', 'Boardwalk Arena', 'XD', PACIFIC],
  ['Highmoor', 'Shepherds', 'HMS', 'Summit Hall', 'XU', MOUNTAIN],
  ['Kingsferry', 'Ferrymen', 'KFF', 'Landing Arena', 'XV', EASTERN],
  ['Thornbury', 'Thistles', 'TBT', 'Bramble Garden', 'XW', EASTERN],
  ['Sunward', 'Swifts', 'SWS', 'Meridian Center', 'XY', PACIFIC],
];

/** The first `count` teams of the league (even, at most 30). */
export function leagueTeams(count: number): Team[] {
  if (!Number.isInteger(count) || count < 2 || count % 2 !== 0 || count > ROWS.length) {
    throw new TeamCountError(count);
  }
  return ROWS.slice(0, count).map(([city, name, tricode, arenaName, state, timezone], index) => ({
    teamId: FIRST_TEAM_ID + index,
    city,
    name,
    tricode,
    arenaId: FIRST_ARENA_ID + index,
    arenaName,
    state,
    timezone,
  }));
}
