/** The first page: a box to ask the question in, and the answer as the API gives it. */
export const FRONT_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Playclock</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
  h1 { margin: 0; font-size: 1.6rem; }
  form { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0; align-items: end; }
  label { display: grid; gap: .25rem; font-size: .85rem; }
  input, button { font: inherit; padding: .5rem; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: .2rem .5rem; text-align: right; border-bottom: 1px solid #8884; }
  th:first-child { text-align: left; }
</style>
</head>
<body>
<h1>Playclock</h1>
<p>What was true, and what was known, at an exact instant of sport.</p>
<form id="ask">
  <label>Player <input name="who" list="found" required autocomplete="off"></label>
  <datalist id="found"></datalist>
  <label>Local time <input name="when" placeholder="2016-06-19 19:02:34.560" required></label>
  <label>Zone <input name="zone" value="America/Chicago" required></label>
  <button>Ask</button>
</form>
<p id="said" role="status"></p>
<table id="answer" hidden><thead></thead><tbody></tbody></table>
<p><a href="/docs">API reference</a> · <a href="/openapi.json">OpenAPI document</a> · <a href="/v1/ingests">Ingests</a></p>
<script>
  const form = document.getElementById('ask');
  const said = document.getElementById('said');
  const table = document.getElementById('answer');
  const get = async (url) => {
    const response = await fetch(url);
    const body = await response.json();
    if (!response.ok) throw new Error(body.detail);
    return body;
  };
  const row = (cells, tag) => {
    const line = document.createElement('tr');
    cells.forEach((cell, position) => {
      const element = document.createElement(position === 0 ? 'th' : tag);
      element.textContent = cell === null ? '–' : cell;
      line.append(element);
    });
    return line;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    table.hidden = true;
    try {
      const { who, when, zone } = Object.fromEntries(new FormData(form));
      const { results } = await get('/v1/search?q=' + encodeURIComponent(who));
      const player = results.find((result) => result.kind === 'player');
      if (!player) throw new Error('Nobody of that name is loaded.');
      const query = new URLSearchParams({ as_of: when, tz: zone });
      const body = await get('/v1/' + player.league + '/players/' + player.id + '/stats?' + query);
      const scopes = Object.entries(body.totals).filter(([, total]) => total);
      const names = Object.keys(body.totals.career.counters);
      table.tHead.replaceChildren(row(['', ...scopes.map(([scope]) => scope)], 'th'));
      table.tBodies[0].replaceChildren(
        ...names.map((name) => row([name, ...scopes.map(([, total]) => total.counters[name])], 'td')),
      );
      table.hidden = false;
      said.textContent = body.player.name + ' at ' + body.as_of + (body.game ? '' : ', no game in progress') + ' (basis ' + body.basis + ')';
    } catch (error) {
      said.textContent = error.message;
    }
  });
</script>
</body>
</html>`;
