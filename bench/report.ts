/** Results as Markdown. */
import { type Measure, type Section, table } from './measure.ts';
import { METHOD } from './method.ts';

/** The one table everybody looks for. */
export function summary(sections: readonly Section[]): string {
  return table(
    ['measure', 'reach', 'measured', 'verdict'],
    sections.flatMap(({ measures }) =>
      measures.map((measure) => [measure.name, measure.reach, measure.measured, verdict(measure)]),
    ),
  );
}

function verdict({ met }: Measure): string {
  return met === null ? '' : met ? 'met' : '**missed**';
}

/** The whole page. */
export function page(
  sections: readonly Section[],
  machine: readonly (readonly [string, string])[],
  measuredOn: string,
  command: string,
): string {
  const parts = [
    '# Benchmarks',
    `Written by \`${command}\` on ${measuredOn}; do not edit. Only the ratios are meant to hold elsewhere: both sides of each were measured in one run, by turns.`,
    summary(sections),
    '## Machine and versions',
    table(['', ''], machine),
    METHOD,
    ...sections.flatMap(({ title, details }) => [`## ${title}`, ...details]),
  ];
  return `${parts.join('\n\n')}\n`;
}
