import { render } from 'preact';
import './styles/base.css';
import './styles/shell.css';
import './styles/moment.css';
import './styles/game.css';
import './styles/scoreboard.css';
import './styles/timeline.css';
import './styles/box-score.css';
import './styles/play-list.css';
import './styles/views.css';
import { App } from './app.tsx';
import { followLinks } from './state/url.ts';

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  followLinks();
  render(<App />, root);
}
