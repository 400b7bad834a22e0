/** Dragging within an element: where the pointer is, once a frame. */
import { useEffect, useRef } from 'preact/hooks';

interface DragHandlers {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onPointerCancel(event: PointerEvent): void;
}

/** `onMove` gets pixels from the element's left edge. */
export function useDrag(onMove: (x: number) => void): DragHandlers {
  const frame = useRef(0);
  const held = useRef(false);
  const latest = useRef({ x: 0, onMove });
  latest.current.onMove = onMove;
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const follow = (event: PointerEvent) => {
    const element = event.currentTarget as HTMLElement;
    latest.current.x = event.clientX - element.getBoundingClientRect().left;
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      latest.current.onMove(latest.current.x);
    });
  };
  const release = () => {
    held.current = false;
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      const element = event.currentTarget as HTMLElement;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      event.preventDefault();
      held.current = true;
      follow(event);
    },
    onPointerMove(event) {
      if (held.current) follow(event);
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
