/** What is on the screen, to be had elsewhere: as a shell command, as CSV, in Python. */
import { useId, useState } from 'preact/hooks';
import { pathOf } from '../api/ask.ts';
import { storedKey } from '../state/stored.ts';

interface TakeAwayProps {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | null>>;
  /** Name of the CSV file, without its ending. */
  readonly name: string;
  /** The figures on the screen as CSV; null where there are none. */
  readonly csv: (() => string) | null;
}

const WAYS = ['curl', 'Python', 'CSV'] as const;

export function TakeAway({ path, query, name, csv }: TakeAwayProps) {
  const [way, setWay] = useState<(typeof WAYS)[number]>('curl');
  const [said, setSaid] = useState('');
  const id = useId();
  const url = `${window.location.origin}${pathOf(path, query)}`;
  const needsKey = storedKey() !== null;
  const text = way === 'curl' ? curl(url, needsKey) : python(url, needsKey);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select and copy'),
    );
  return (
    <details class="panel take-away">
      <summary>Get this as curl, CSV or Python</summary>
      <div role="tablist" aria-label="Form" class="tabs">
        {WAYS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={way === name}
            aria-controls={`${id}-panel`}
            onClick={() => setWay(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
        {way === 'CSV' ? (
          <p>
            {csv === null
              ? 'This view has no table.'
              : 'The table on the screen, with both clocks in every row. '}
            {csv !== null && (
              <button type="button" onClick={() => save(`${name}.csv`, csv())}>
                Download CSV
              </button>
            )}
          </p>
        ) : (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
            <pre tabIndex={0}>
              <code data-testid="code">{text}</code>
            </pre>
            <button type="button" onClick={copy}>
              Copy
            </button>{' '}
            <span role="status">{said}</span>
          </>
        )}
      </div>
    </details>
  );
}

function curl(url: string, needsKey: boolean): string {
  return `curl ${needsKey ? `-H "Authorization: Bearer $PLAYCLOCK_KEY" ` : ''}'${url}'`;
}

function python(url: string, needsKey: boolean): string {
  const request = needsKey
    ? `urllib.request.Request(
    ${JSON.stringify(url)},
    headers={"Authorization": "Bearer " + os.environ["PLAYCLOCK_KEY"]},
)`
    : JSON.stringify(url);
  return `import json${needsKey ? ', os' : ''}, urllib.request

with urllib.request.urlopen(${request}) as answer:
    body = json.load(answer)
print(json.dumps(body, indent=2))`;
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
