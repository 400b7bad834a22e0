/** Entry of the CDK app: `cdk.json` runs this file with Node, which strips the types itself. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { PlayclockStack } from './playclock-stack.ts';
import { sizeFromContext } from './sizes.ts';

const app = new App();

// No `env`: the template names no account and no region, so it synthesises without credentials or network.
new PlayclockStack(app, 'Playclock', {
  description: 'Playclock: what was true, and what was known, at an exact instant of sport.',
  size: sizeFromContext(app.node),
});

// What AWS recommends is checked on every synthesis; what does not apply is acknowledged, with the reason, in
// `acknowledged.ts`.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
