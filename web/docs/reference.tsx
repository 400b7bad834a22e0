/** The reference of the API, from its own OpenAPI document. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Loading } from '../parts/states.tsx';
import { type OpenApi, type Operation, operationsOf, resolve, type Schema, typeOf } from './openapi.ts';

export function Reference() {
  const { data } = useAnswer<OpenApi>('/openapi.json');
  if (data === null) return <Loading what="the reference" />;
  const tags = Map.groupBy(operationsOf(data), ({ tag }) => tag);
  const ordered = [...tags].sort(([a], [b]) => rank(a) - rank(b));
  return (
    <article class="prose reference">
      <h1>API reference</h1>
      <p>
        JSON, snake_case, instants in UTC with milliseconds. Refusals are RFC 9457 problems with a stable{' '}
        <code>type</code>. Every as-of read takes <code>as_of</code>, <code>tz</code>, <code>basis</code> or{' '}
        <code>known_at</code>, and <code>boundary</code>.
      </p>
      {ordered.map(([tag, operations]) => (
        <section key={tag} aria-labelledby={anchor(tag)}>
          <h2 id={anchor(tag)}>{tag}</h2>
          {operations.map((operation) => (
            <OperationShown
              key={`${operation.method} ${operation.path}`}
              operation={operation}
              document={data}
            />
          ))}
        </section>
      ))}
    </article>
  );
}

/** What people come for first; what is not named here follows in the document's order. */
const FIRST = ['As of an instant', 'Between instants', 'Two clocks', 'Live', 'Search'];

function rank(tag: string): number {
  const place = FIRST.indexOf(tag);
  return place < 0 ? FIRST.length : place;
}

function anchor(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, '-');
}

interface OperationProps {
  readonly operation: Operation;
  readonly document: OpenApi;
}

function OperationShown({ operation, document }: OperationProps) {
  const [open, setOpen] = useState(false);
  const { method, path, summary } = operation;
  return (
    <details class="panel operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="method">{method.toUpperCase()}</span> <code class="operation-path">{path}</code>
        <span class="operation-summary">{summary}</span>
      </summary>
      {open && <OperationDetails operation={operation} document={document} />}
    </details>
  );
}

function OperationDetails({ operation, document }: OperationProps) {
  const { path, parameters, sample, answer } = operation;
  return (
    <>
      {parameters.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <section class="scroll" tabIndex={0} aria-label={`Parameters of ${path}`}>
          <table class="figures parameters">
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col" class="words">
                  Type
                </th>
                <th scope="col" class="words">
                  Meaning
                </th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, required, schema, description }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                    {required === true && <span class="muted"> required</span>}
                  </th>
                  <td class="words">{typeOf(schema)}</td>
                  <td class="words">
                    {schema.description ?? description}
                    {schema.default !== undefined && ` Default: ${String(schema.default)}.`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {sample !== '' && (
        <pre>
          <code>{sample.replace('http://localhost:8080', window.location.origin)}</code>
        </pre>
      )}
      {answer !== null && (
        <details>
          <summary>Answer: {typeOf(answer)}</summary>
          <Fields schema={answer} document={document} depth={0} />
        </details>
      )}
    </>
  );
}

/** Deeper than this, references would go round. */
const DEEPEST = 5;

function Fields({ schema, document, depth }: { schema: Schema; document: OpenApi; depth: number }) {
  const found = resolve(schema, document);
  const parts = found.anyOf ?? found.allOf ?? found.oneOf;
  const inner =
    parts?.map((part) => resolve(part, document)).find((part) => part.properties !== undefined) ?? found;
  const properties = inner.properties ?? inner.items?.properties;
  return (
    <>
      {inner.description !== undefined && <p class="muted">{inner.description}</p>}
      {properties === undefined && inner.items !== undefined && depth < DEEPEST && (
        <Fields schema={inner.items} document={document} depth={depth + 1} />
      )}
      {properties !== undefined && (
        <ul class="fields">
          {Object.entries(properties).map(([name, field]) => (
            <li key={name}>
              <code>{name}</code> <span class="muted">{typeOf(field)}</span>
              {depth < DEEPEST && <Fields schema={field} document={document} depth={depth + 1} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
