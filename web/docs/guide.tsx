/** How to read the page, for somebody who has never seen it. */

export function Guide() {
  return (
    <article class="prose">
      <h1>How to read the page</h1>
      <p>
        Playclock answers one kind of question: what was true, and what was known, at an exact instant of
        sport. Everything on a page is as it was at one moment; the address of the page holds that moment, so
        that a link shows somebody else the same.
      </p>
      <h2>The moment</h2>
      <p>
        Type it as you would say it. The page shows how it was read, in local time and in UTC, before you go
        there. These are understood:
      </p>
      <ul>
        <li>
          <code>2016-06-19 7:02:34.560 pm Chicago</code>, <code>19 June 2016 19:02 CT</code>,{' '}
          <code>2016-06-20T00:02:34.560Z</code>
        </li>
        <li>
          <code>yesterday 21:30 ET</code>, <code>last friday 8 pm</code>, <code>now</code>
        </li>
        <li>
          with a game on the screen: <code>halftime</code>, <code>end of Q3</code>, <code>Q4 2:30</code>,{' '}
          <code>0:45 left in OT</code>, <code>final</code>, <code>9:41 pm</code>, <code>+30s</code>
        </li>
      </ul>
      <p>
        A local time that clocks skip or repeat is refused, and both readings are offered. So is a date like
        3/4/2016, which is two days.
      </p>
      <h2>A game, scrubbed</h2>
      <p>
        The timeline is the clock on the wall: periods above, breaks hatched, the margin as a stepped line,
        above the middle when the home side leads. Drag the handle; or, with the keyboard, left and right for
        the play before and after, with shift for a second, page up and page down for five minutes, space to
        play. Score, floor, both boxes and the plays are those of the handle, exactly.
      </p>
      <h2>What is not known exactly</h2>
      <p>
        Some feeds stamp plays to the minute only. Then the page says so: the score may lie between two
        values, the stretch in which plays may have happened is dotted on the timeline, and charts shade what
        is in doubt. Nothing is made up.
      </p>
      <h2>Two clocks</h2>
      <p>
        Leagues correct their records. <b>As known at</b> shows a game as it was known after an earlier load.
        Corrections are diamonds on the timeline, and are listed below it: whose figure, from what to what, by
        which play, and when it was known.
      </p>
      <h2>Live</h2>
      <p>
        A game that goes on is followed by itself. A lost connection is taken up again where it broke, without
        a gap.
      </p>
    </article>
  );
}
