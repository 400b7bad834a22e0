/** What a measurement says: one line of the table, and the details below it. */

export interface Measure {
  readonly name: string;
  /** What is to be reached, in words. */
  readonly reach: string;
  readonly measured: string;
  /** Null where nothing is to be reached. */
  readonly met: boolean | null;
}

export interface Section {
  readonly title: string;
  readonly measures: readonly Measure[];
  /** Markdown: method and details. */
  readonly details: readonly string[];
}

/** A ratio that must be at least so much. */
export function atLeast(name: string, reach: number, value: number, context: string): Measure {
  return { name, reach: `≥ ${reach}`, measured: `**${value.toFixed(2)}** (${context})`, met: value >= reach };
}

/** A figure that must be at most so much. */
export function atMost(name: string, reach: number, value: number, unit: string, context: string): Measure {
  const shown = unit === '' ? value.toFixed(2) : `${Math.round(value)} ${unit}`;
  return {
    name,
    reach: `≤ ${reach}${unit === '' ? '' : ` ${unit}`}`,
    measured: `**${shown}** (${context})`,
    met: value <= reach,
  };
}

/** A whole number with its thousands apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A Markdown block of code. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
