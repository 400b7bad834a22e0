/** Where a long step stands: a bar on a terminal, a line for each tenth elsewhere. */
import { SingleBar } from 'cli-progress';

export type Progress = (step: string, done: number, total: number) => void;

export function createProgress(): Progress {
  return process.stderr.isTTY ? bars() : lines();
}

function bars(): Progress {
  let current: { step: string; bar: SingleBar } | null = null;
  return (step, done, total) => {
    if (current?.step !== step) {
      current?.bar.stop();
      const bar = new SingleBar({ format: '{step} {bar} {value}/{total}, {eta_formatted} left' });
      bar.start(total, done, { step });
      current = { step, bar };
    }
    current.bar.update(done);
    if (done < total) return;
    current.bar.stop();
    current = null;
  };
}

function lines(): Progress {
  let last = '';
  return (step, done, total) => {
    const line = `${step}: ${Math.floor((done * 10) / Math.max(total, 1)) * 10} %`;
    if (line !== last) process.stderr.write(`${line}\n`);
    last = line;
  };
}
