/**
 * Examples in Markdown. `<!-- example: WORLD -->` before a code block has the tests run it in that world (see
 * `worlds.ts`); `<!-- answer -->` before a block says that it is what the last command or cell answered;
 * `<!-- not run: WHY -->` excuses one. In a page with any of these every block of commands has one.
 */

export interface Example {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
  readonly mark: 'example' | 'answer' | 'not run' | null;
  /** The world, or why it is not run. */
  readonly detail: string;
}

const LANGUAGES = new Set(['console', 'sh', 'bash', 'sql', 'ts', 'python', 'r']);

/** Code blocks of a page, in order. */
export function examplesOf(page: string, text: string): Example[] {
  const block = /(?:<!-- (example|answer|not run)(?:: (.*?))? -->\n+)?^```(\w+)\n(.*?)^```$/gms;
  return [...text.matchAll(block)].map((match) => {
    const [whole, mark, detail = '', language = '', code = ''] = match;
    const line = text.slice(0, match.index + whole.indexOf('```')).split('\n').length;
    return { page, line, language, code, mark: (mark ?? null) as Example['mark'], detail };
  });
}

/** Blocks of commands without a mark, in pages that have marks. */
export function unmarked(examples: readonly Example[]): string[] {
  const marked = new Set(examples.filter(({ mark }) => mark !== null).map(({ page }) => page));
  return examples
    .filter(({ page, mark, language }) => mark === null && marked.has(page) && LANGUAGES.has(language))
    .map(({ page, line }) => `${page}:${line}`);
}

export interface Command {
  readonly command: string;
  /** What it is shown to print; null where nothing is shown. */
  readonly shown: readonly string[] | null;
}

/** Commands of a block: each `$ ` line with what it prints, or the whole block as a script. */
export function commandsOf({ language, code }: Example): Command[] {
  if (language !== 'console') return [{ command: code, shown: null }];
  const commands: { command: string; shown: string[] }[] = [];
  for (const line of code.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), shown: [] });
    else commands.at(-1)?.shown.push(line);
  }
  return commands;
}

/**
 * Where what is shown and what was printed part, or null. `…` alone on a line stands for any lines, within a line
 * for any text; empty lines do not count.
 */
export function parting(shown: readonly string[], printed: string): string | null {
  const filled = (lines: readonly string[]) =>
    lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = filled(shown)
    .map((line) => (line === '…' ? '(?:.*\n)*?' : `${line.split('…').map(literal).join('.*')}\n`))
    .join('');
  const actual = `${filled(printed.split('\n')).join('\n')}\n`;
  return new RegExp(`^${pattern}$`).test(actual) ? null : actual;
}
