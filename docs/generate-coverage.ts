/** docs/coverage.md, from what the feeds state of themselves. */
import type { FeedCoverage } from '../src/feeds/coverage.ts';
import { COVERAGES } from '../src/feeds/coverages.ts';
import { LEAGUES } from '../src/sports/leagues.ts';
import type { Sport } from '../src/sports/sport.ts';
import { code, GENERATED, table, UndocumentedError } from './markdown.ts';

/** The page docs/coverage.md. */
export function renderCoverage(): string {
  return [
    GENERATED,
    '',
    '# Coverage',
    '',
    'What each feed tells, and how well. Each adapter states it beside its code (`src/feeds/*/coverage.ts`);',
    '`GET /v1/coverage` answers the same, and a test holds it against real games. What the feeds look like:',
    '[feeds](feeds.md).',
    '',
    '- _exact_: the feed tells it event by event, and where there is an official box the count equals it.',
    '- _derived_: worked out by a rule from other things the feed tells.',
    '- _not available_: the feed does not tell it.',
    '',
    '## Fields',
    '',
    ...table(
      [
        'feed',
        'leagues',
        'identity',
        'order',
        'wall clock',
        'how obtained',
        'edit time',
        'floor',
        'official box',
      ],
      COVERAGES.map((each) => [
        `\`${each.feed}\``,
        code(each.leagues),
        each.identity,
        each.order,
        each.clock.precision.join(', '),
        each.clock.method.map((method) => method.replaceAll('_', ' ')).join(', ') || 'no plays',
        each.editTime ? 'yes' : 'no',
        each.floor,
        each.box,
      ]),
    ),
    '',
    ...COVERAGES.flatMap(remarksOf),
    ...[...new Set(LEAGUES.map((league) => league.sport))].flatMap(renderCounters),
  ].join('\n');
}

function remarksOf({ feed, clock, gaps, notes }: FeedCoverage): string[] {
  const missing = gaps.map(({ where, counters }) => `${code(counters)}: ${where}`);
  return [`\`${feed}\``, '', ...[clock.note, ...notes, ...missing].map((note) => `- ${note}`), ''];
}

/** A sport's counters, a column for each feed. */
function renderCounters(sport: Sport): string[] {
  const codes = LEAGUES.filter((league) => league.sport === sport).map((league) => league.code);
  const feeds = COVERAGES.filter(({ leagues }) => leagues.some((league) => codes.includes(league)));
  return [
    `## ${sport.name}`,
    '',
    ...table(
      ['counter', ...feeds.map(({ feed }) => `\`${feed}\``)],
      sport.counters.map(({ name }) => [
        `\`${name}\``,
        ...feeds.map(({ feed, counters }) => {
          const coverage = counters[name];
          if (coverage === undefined) throw new UndocumentedError(`${name} of ${feed}`);
          return coverage.replaceAll('_', ' ');
        }),
      ]),
    ),
    '',
  ];
}
