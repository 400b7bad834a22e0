import type { Random } from './random.ts';

/*
 * Names are put together from syllables so that nobody real is meant. The lists are long enough for a
 * league's history with few full namesakes; shared family names do occur, as in life.
 */
const FIRST_HEADS =
  'Bran Cor Dav El Fen Gar Hal Iv Jor Kel Lor Mar Nev Or Pel Quin Ror Sel Tor Ul Vor Wen Yar Zan';
const FIRST_TAILS = 'ic in o en ax is el ian ot ard em yn us ett ley ro vis ric';
const FAMILY_HEADS =
  'Ald Brack Cald Drum Esk Farr Gren Hask Inver Jess Kern Lang Morr Nor Oster Pend Quill Rav Stan Thor Umber Vand Wex Yarl Zell Blay Crow Dray Fosk Glim';
const FAMILY_TAILS =
  'worth by field man ley stead ford ridge well mont dale hurst wick sby ner gate lock mere pole grave stone tarn';

const split = (text: string): string[] => text.split(' ');
const firstHeads = split(FIRST_HEADS);
const firstTails = split(FIRST_TAILS);
const familyHeads = split(FAMILY_HEADS);
const familyTails = split(FAMILY_TAILS);

/** An invented person's name. */
export interface PersonName {
  readonly firstName: string;
  readonly familyName: string;
}

/** Invents a name; one in about sixty carries a suffix, as family names in the feed sometimes do. */
export function inventName(random: Random): PersonName {
  const family = random.pick(familyHeads) + random.pick(familyTails);
  return {
    firstName: random.pick(firstHeads) + random.pick(firstTails),
    familyName: random.chance(1 / 60) ? `${family} Jr.` : family,
  };
}

/** The name with an initial: "B. Calderby". */
export function withInitial(name: PersonName): string {
  return `${name.firstName.charAt(0)}. ${name.familyName}`;
}
