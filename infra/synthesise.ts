/** The template of a size, without its functions' code: for looking at, not for deploying. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdkJson from '../cdk.json' with { type: 'json' };
import { PlayclockStack } from './playclock-stack.ts';
import { sizeFromContext } from './sizes.ts';

/** As `infra/app.ts` does it, under the feature flags that `cdk.json` sets. */
export function synthesise(context: Readonly<Record<string, unknown>> = {}): Template {
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [], ...context } });
  return Template.fromStack(new PlayclockStack(app, 'Playclock', { size: sizeFromContext(app.node) }));
}
