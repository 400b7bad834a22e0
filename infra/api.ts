/** The API: a function behind its own URL, which streams answers as they are made. */
import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ROLES } from '../src/database/roles.ts';
import { CodeFunction } from './code-function.ts';
import type { Database } from './database.ts';
import type { Network } from './network.ts';
import type { Size } from './sizes.ts';

export interface ApiProps {
  readonly network: Network;
  readonly database: Database;
  readonly size: Size;
}

/** Anybody may call the URL; without a key the function answers nothing under `/v1`. */
export class Api extends Construct {
  readonly api: CodeFunction;
  readonly url: lambda.FunctionUrl;

  constructor(scope: Construct, id: string, { network, database, size }: ApiProps) {
    super(scope, id);
    this.api = new CodeFunction(this, 'Api', {
      name: 'api',
      description: 'Answers what was true, and what was known, at an instant',
      network,
      database,
      user: ROLES.reader,
      memoryMb: 1024,
      // A large panel takes a minute; a live stream ends and is taken up again by its last event.
      timeout: Duration.minutes(2),
      concurrency: size.apis,
    });
    this.url = this.api.function.addFunctionUrl({
      authType: lambda.FunctionUrlAuthType.NONE,
      invokeMode: lambda.InvokeMode.RESPONSE_STREAM,
    });
  }
}
