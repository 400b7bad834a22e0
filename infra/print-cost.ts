/** `npm run cost`. */
import { renderCost } from './cost-page.ts';

console.log(renderCost());
