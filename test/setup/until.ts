/** Waiting for what other processes bring about. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Wait until a condition holds; the test's own timeout is the limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
