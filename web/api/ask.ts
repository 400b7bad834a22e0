/** Asking the API: JSON or a refusal, with the reader's key where one is needed. */
import { storedKey } from '../state/stored.ts';

/** A refusal as the API words it. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly candidates?: readonly string[];
}

/** The API refused, or could not be reached. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody, options?: ErrorOptions) {
    super(problem.detail, options);
    this.problem = problem;
  }
}

const UNREACHABLE: ProblemBody = {
  type: 'unreachable',
  title: 'No answer',
  status: 0,
  detail: 'The server does not answer. It may be restarting: try again.',
};

let onKeyNeeded: () => void = () => {};

/** Whoever asks the reader for a key. */
export function whenKeyNeeded(handler: () => void): void {
  onKeyNeeded = handler;
}

/** Headers of every request. */
export function headers(): Record<string, string> {
  const key = storedKey();
  return key === null ? {} : { authorization: `Bearer ${key}` };
}

/** The answer at a path. Throws `RefusedError`. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: headers(), ...(signal === undefined ? {} : { signal }) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RefusedError(UNREACHABLE, { cause });
  }
  if (response.ok) return (await response.json()) as T;
  if (response.status === 401) onKeyNeeded();
  const problem = await response.json().catch(() => UNREACHABLE);
  throw new RefusedError(problem as ProblemBody);
}

/** A path of the API with its query; null and undefined are left out. */
export function pathOf(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  const text = String(new URLSearchParams(given)).replace(/%3A/g, ':').replace(/%2C/g, ',');
  return text === '' ? path : `${path}?${text}`;
}
