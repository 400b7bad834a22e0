/** docs/stats.md, from the sports and leagues. */
import { LEAGUES, type League } from '../src/sports/leagues.ts';
import { type ClockRules, type Counter, columnOf, type Sport } from '../src/sports/sport.ts';
import { GENERATED, table } from './markdown.ts';

/** The page docs/stats.md. */
export function renderStats(): string {
  const sports = [...new Set(LEAGUES.map((league) => league.sport))];
  return [
    GENERATED,
    '',
    '# Stats',
    '',
    'A _counter_ only adds up and is stored. Everything else is _derived_ from counters when read, and is null where its',
    'denominator is zero or one of its counters is not known. Words: [glossary](glossary.md).',
    '',
    ...sports.flatMap((sport) =>
      renderSport(
        sport,
        LEAGUES.filter((league) => league.sport === sport),
      ),
    ),
  ].join('\n');
}

function renderSport(sport: Sport, leagues: readonly League[]): string[] {
  const floor =
    sport.floorSize === null
      ? 'The feeds do not tell who is on the field.'
      : `${sport.floorSize} of a side are on the floor at once.`;
  return [
    `## ${sport.name}`,
    '',
    `${floor} ${clockWords(sport)} The scoreboard is the team’s \`${sport.scoreCounter}\`.`,
    '',
    ...table(
      ['league', 'name', 'games', 'regulation', 'beyond it', 'dates are those of'],
      leagues.flatMap((league) =>
        clocksOf(league).map(([games, clock]) => [
          `\`${league.code}\``,
          league.name,
          games,
          `${clock.regulationPeriods} × ${lengthOf(sport, clock.periodSeconds)}`,
          lengthOf(sport, clock.overtimeSeconds),
          league.zone,
        ]),
      ),
    ),
    '',
    '### Counters',
    '',
    'In this order in every answer.',
    '',
    ...table(
      ['counter', 'unit', 'meaning', 'how it is kept'],
      sport.counters.map((counter) => [
        `\`${counter.name}\``,
        counter.unit,
        counter.meaning,
        howKept(counter),
      ]),
    ),
    '',
    '### Derived',
    '',
    ...table(
      ['name', 'unit', 'meaning', 'formula', 'source'],
      sport.derived.map(({ name, unit, meaning, formula, source }) => [
        `\`${name}\``,
        unit,
        meaning,
        `\`${formula}\``,
        source,
      ]),
    ),
    '',
    '### Derived from other lines of the games',
    '',
    '`team.` is the own team, `opponent.` the other, `players.` and `opposing.` their players added up: in one game, or in all games of the',
    'season that the line counts. The box of a game has them, `/stats` with `derived=all` in the scopes game and season, and `/leaders` there too.',
    'They are null where one of those games is known by season totals alone, and no career has them: its other lines are added up nowhere.',
    '',
    ...table(
      ['name', 'whose', 'unit', 'meaning', 'formula', 'source'],
      sport.gameFigures.map(({ name, whose, unit, meaning, formula, source }) => [
        `\`${name}\``,
        whose,
        unit,
        meaning,
        `\`${formula}\``,
        source,
      ]),
    ),
    '',
  ];
}

/** What is said of a sport's clock. */
function clockWords({ clock: { unit, period, runsOut } }: Sport): string {
  if (unit !== 'seconds') return `The clock counts the ${unit} of an ${period}; \`clock_seconds\` is null.`;
  return runsOut
    ? 'The clock counts down.'
    : `The referee ends a ${period}, so nobody knows what is left: \`clock_seconds\` is null, and the lengths are bounds.`;
}

function lengthOf({ clock }: Sport, seconds: number): string {
  return clock.unit === 'seconds' ? `${seconds / 60} minutes` : `${seconds} ${clock.unit}`;
}

/** Lengths of play of a league, and the games that are played by them. */
function clocksOf(league: League): [string, ClockRules][] {
  const others = (league.otherClocks ?? []).map(({ until, type, clock }): [string, ClockRules] => [
    [type, until === undefined ? undefined : `seasons up to ${until}`].filter(Boolean).join(', '),
    { ...league.clock, ...clock },
  ]);
  return [[others.length === 0 ? 'all' : 'all others', league.clock], ...others];
}

function howKept(counter: Counter): string {
  const column = columnOf(counter);
  const stored = counter.perUnit === undefined ? 'as published' : `× ${counter.perUnit}`;
  const where = column === counter.name ? stored : `column \`${column}\`, ${stored}`;
  switch (counter.accrues) {
    case 'elapsed':
      return `${where}; runs with the game clock while on the floor`;
    case 'margin':
      return `${where}; runs with the score margin while on the floor`;
    default:
      return `${where}; changes with plays only`;
  }
}
