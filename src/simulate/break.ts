import { type Change, carryOut, wantedChanges } from './coach.ts';
import type { Match, Side } from './match.ts';
import type { Play, Substitution, UnencodedChange } from './play.ts';
import { showsStarters } from './trace.ts';

/** How often a side's changes between two periods are left untold, as the real feed leaves some. */
const UNTOLD = 0.08;

/** Changes players between periods: written at the full clock of the new period, or left untold. */
export function changeBetweenPeriods(match: Match): void {
  const told: Change[] = [];
  const untold: Change[] = [];
  for (const side of [match.home, match.away]) {
    const changes = match.period === 3 ? startersBack(side) : wantedChanges(match, side, true);
    (match.random.chance(UNTOLD) ? untold : told).push(...changes);
  }
  for (const { side, out } of told) match.record(substitution(side, 'out', out.id), match.offense);
  for (const { side, into } of told) match.record(substitution(side, 'in', into.id), match.offense);
  for (const { side, out, into } of untold) {
    match.record({ kind: 'unencoded', side: side.name, out: out.id, into: into.id });
  }
  for (const change of [...told, ...untold]) carryOut(match, change);
}

/**
 * At the end of a period: changes that the plays do not show are told after all, so that who was on the
 * floor can always be found from the plays.
 *
 * @param began person ids of the five that began the period, of each side.
 */
export function tellWhatIsNotShown(match: Match, began: { home: number[]; away: number[] }): void {
  for (const side of [match.home, match.away]) {
    const hidden = match.plays.filter(
      (play): play is Play & UnencodedChange =>
        play.kind === 'unencoded' && play.period === match.period && play.side === side.name,
    );
    const [first] = hidden;
    if (!first || showsStarters(match.plays, match.period, side.name, began[side.name])) continue;
    const { kind: _kind, side: _side, out: _out, into: _into, ...timing } = first;
    const write = (direction: 'out' | 'in', person: number): Play => ({
      ...timing,
      ...substitution(side, direction, person),
      id: match.takeId(),
    });
    const written = [
      ...hidden.map(({ out }) => write('out', out)),
      ...hidden.map(({ into }) => write('in', into)),
    ];
    match.plays.splice(match.plays.indexOf(first), hidden.length, ...written);
  }
}

/** After half time the starters begin again, but for those near their last foul. */
function startersBack(side: Side): Change[] {
  const coming = side.seats.slice(0, 5).filter((seat) => !side.five.includes(seat) && seat.fouls < 5);
  const going = side.five.filter((seat) => !side.seats.slice(0, 5).includes(seat));
  return coming.flatMap((into, index) => {
    const out = going[index];
    return out ? [{ side, out, into }] : [];
  });
}

function substitution(side: Side, direction: 'out' | 'in', person: number): Substitution {
  return { kind: 'substitution', side: side.name, direction, person, periodStart: true };
}
