/** NHL game ids: four digits for the season's first year, two for its part, four for the game. */
import type { SeasonPart, SeasonType } from '../../plays/game.ts';
import { BadInput } from '../bad-input.ts';

export const LEAGUE = 'nhl';
/** The zone in which the league states dates, for games whose own zone is not told. */
export const LEAGUE_ZONE = 'America/New_York';

const PARTS: Readonly<Record<string, SeasonType>> = {
  '01': 'preseason',
  '02': 'regular',
  '03': 'playoffs',
};

/** Whether a number may be an NHL game id: ids of the NBA have ten digits too, so this alone proves nothing. */
export function looksLikeGameId(id: number): boolean {
  return /^(19|20)\d{8}$/.test(String(id));
}

/**
 * Season and part a game id names: 2022020148 is 2022-23 regular. `stated` is the season as the document has it,
 * 20222023: a document that contradicts its own id is refused, and so is a game that counts toward no season.
 */
export function partOfGame(id: number, stated: number, file: string, place: string): SeasonPart {
  const digits = String(id);
  const year = Number(digits.slice(0, 4));
  if (stated !== year * 10_000 + year + 1) {
    throw new BadInput(
      file,
      place,
      `game ${id} is of the season that begins in ${year}, the document says ${stated}`,
      'fetch the file again',
    );
  }
  const type = PARTS[digits.slice(4, 6)];
  if (type === undefined) {
    throw new BadInput(
      file,
      place,
      `game ${id} counts toward no season (All-Star game or tournament)`,
      'leave it out',
    );
  }
  return { season: `${year}-${String((year + 1) % 100).padStart(2, '0')}`, type };
}
