/**
 * Time zones of venues. The file names a venue's city and country, not its zone. Cities not listed have none:
 * that matters only where times are told in local time.
 */
import type { Game } from './document.ts';

const CITIES: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': [
    'Atlanta',
    'Baltimore',
    'Charlotte',
    'Cincinnati',
    'Cleveland',
    'East Rutherford',
    'Foxboro',
    'Foxborough',
    'Jacksonville',
    'Landover',
    'Miami',
    'Miami Gardens',
    'Opa Locka',
    'Orchard Park',
    'Philadelphia',
    'Pittsburgh',
    'Tampa',
  ],
  'America/Detroit': ['Detroit', 'Pontiac'],
  'America/Indiana/Indianapolis': ['Indianapolis'],
  'America/Chicago': [
    'Arlington',
    'Champaign',
    'Chicago',
    'Dallas',
    'Green Bay',
    'Houston',
    'Irving',
    'Kansas City',
    'Minneapolis',
    'Nashville',
    'New Orleans',
    'San Antonio',
    'St. Louis',
  ],
  'America/Denver': ['Denver'],
  'America/Phoenix': ['Glendale', 'Phoenix', 'Tempe'],
  'America/Los_Angeles': [
    'Carson',
    'Inglewood',
    'Las Vegas',
    'Los Angeles',
    'Oakland',
    'Paradise',
    'San Diego',
    'San Francisco',
    'Santa Clara',
    'Seattle',
  ],
};

const ABROAD: Readonly<Record<string, string>> = {
  London: 'Europe/London',
  Munich: 'Europe/Berlin',
  Frankfurt: 'Europe/Berlin',
  Berlin: 'Europe/Berlin',
  Dublin: 'Europe/Dublin',
  Madrid: 'Europe/Madrid',
  'Mexico City': 'America/Mexico_City',
  'Sao Paulo': 'America/Sao_Paulo',
  Toronto: 'America/Toronto',
};

const HOME = new Map(Object.entries(CITIES).flatMap(([zone, cities]) => cities.map((city) => [city, zone])));

/** IANA zone of the venue, or null where the file names none or the city is not known. */
export function zoneOfVenue(venue: Game['venue']): string | null {
  const city = venue?.city ?? null;
  if (city === null) return null;
  return (venue?.country === 'USA' ? HOME.get(city) : ABROAD[city]) ?? null;
}
