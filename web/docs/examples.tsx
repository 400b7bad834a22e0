/** Requests that answer on this server, each run here with a click. */
import { useState } from 'preact/hooks';
import { ask, RefusedError } from '../api/ask.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type OpenApi, operationsOf } from './openapi.ts';

const SHOWN = 4000;

export function Examples() {
  const { data } = useAnswer<OpenApi>('/openapi.json');
  const samples =
    data === null ? [] : operationsOf(data).filter(({ method, sample }) => method === 'get' && sample !== '');
  return (
    <article class="prose">
      <h1>Examples</h1>
      <p>
        Each of these is answered by the demo season that the first start loads. Run it here, or copy it to a
        shell.
      </p>
      {samples.map(({ path, summary, sample }) => (
        <Example key={path} summary={summary} sample={sample} />
      ))}
    </article>
  );
}

function Example({ summary, sample }: { readonly summary: string; readonly sample: string }) {
  const [answer, setAnswer] = useState<string | null>(null);
  const address = /'http:\/\/[^/]+(\/[^']+)'/.exec(sample)?.[1] ?? '';
  const here = sample.replace(/http:\/\/localhost:8080/, window.location.origin);
  const streams = /\/stream\b/.test(address);
  const run = async () => {
    try {
      const text = JSON.stringify(await ask<unknown>(address), null, 2);
      setAnswer(
        text.length > SHOWN ? `${text.slice(0, SHOWN)}\n… ${text.length - SHOWN} characters more` : text,
      );
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      setAnswer(JSON.stringify(error.problem, null, 2));
    }
  };
  return (
    <section class="panel example">
      <h2>{summary}</h2>
      <pre>
        <code>{here}</code>
      </pre>
      {!streams && (
        <button type="button" onClick={run}>
          Run it
        </button>
      )}
      {answer !== null && (
        <pre class="example-answer" role="status">
          <code>{answer}</code>
        </pre>
      )}
    </section>
  );
}
