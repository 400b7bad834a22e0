/** Playing a game at so many times its speed. */
import { useEffect, useRef, useState } from 'preact/hooks';

export const SPEEDS = [1, 4, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Playing {
  readonly on: boolean;
  readonly speed: Speed;
  toggle(): void;
  stop(): void;
  setSpeed(speed: Speed): void;
}

/** Moves the instant by the frame until `end`. */
export function usePlaying(at: number, end: number, move: (at: number) => void): Playing {
  const [on, setOn] = useState(false);
  const [speed, setSpeed] = useState<Speed>(10);
  const present = useRef({ at, end, move });
  present.current = { at, end, move };
  useEffect(() => {
    if (!on) return;
    let frame = 0;
    let before = performance.now();
    const step = (now: number) => {
      const { at: from, end: until, move: to } = present.current;
      const next = from + (now - before) * speed;
      before = now;
      to(Math.min(next, until));
      if (next >= until) setOn(false);
      else frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [on, speed]);
  return { on, speed, toggle: () => setOn(!on), stop: () => setOn(false), setSpeed };
}
