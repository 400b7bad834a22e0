/** What goes wrong when asking. */
import type { z } from 'zod';
import type { ProblemSchema } from '../http/schemas.ts';

/** A refusal as the API words it (RFC 9457); some types have further members, such as `candidates`. */
export type Problem = z.output<typeof ProblemSchema> & Readonly<Record<string, unknown>>;

/** The API refused. `problem.type` says why, `problem.detail` in words. */
export class PlayclockError extends Error {
  override readonly name = 'PlayclockError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** What answered is not Playclock, or broke off. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`an answer with status ${status} that is not of Playclock, or broke off`, options);
    this.status = status;
  }
}

/** The response if it is an answer; throws the refusal otherwise. */
export async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new UnexpectedAnswerError(response.status, { cause });
  });
  if (!isProblem(body)) throw new UnexpectedAnswerError(response.status, { cause: body });
  throw new PlayclockError(body);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'detail' in body && 'status' in body;
}
