/** What wakes somebody: alarms, one dashboard, one topic. Each alarm is in docs/aws.md with what to do. */
import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { Database } from './database.ts';
import type { Loading } from './loading.ts';
import type { Maintenance } from './maintenance.ts';
import type { Size } from './sizes.ts';

export interface WatchProps {
  readonly database: Database;
  readonly loading: Loading;
  readonly api: Api;
  readonly maintenance: Maintenance;
  readonly size: Size;
}

const PERIOD = Duration.minutes(5);
const GB = 1024 ** 3;

interface Watched {
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  readonly description: string;
  readonly below?: boolean;
  readonly periods?: number;
}

/** Ten alarms are free; these are ten: one more is billed. */
export class Watch extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, { database, loading, api, maintenance, size }: WatchProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Alarms', { enforceSSL: true, displayName: 'Playclock alarms' });
    // A policy of its own, such as the one for TLS, takes the place of the default that lets alarms publish.
    this.topic.grants.publish(
      new iam.ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const action = new SnsAction(this.topic);
    const rejected = this.#rejectedFiles(loading);
    const { instance } = database;
    const { queue, deadLetters, loader } = loading;
    const maxConnections = Number(size.memorySettings.max_connections);
    const watched: Readonly<Record<string, Watched>> = {
      FilesRejected: {
        metric: rejected,
        threshold: 1,
        description: 'A file was put in quarantine',
      },
      QueueAge: {
        metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
        threshold: Duration.minutes(30).toSeconds(),
        description: 'A file has waited half an hour to be loaded',
      },
      DeadLetters: {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({
          period: PERIOD,
          statistic: 'Maximum',
        }),
        threshold: 1,
        description: 'A file could not be loaded after ten tries',
      },
      LoaderErrors: {
        metric: loader.function.metricErrors({ period: PERIOD }),
        threshold: 1,
        description: 'The loader crashed or ran out of time',
      },
      MaintenanceErrors: {
        metric: maintenance.maintenance.function.metricErrors({ period: PERIOD }),
        threshold: 1,
        description: 'The weekly rebuild of indexes, or a command by hand, failed',
      },
      Storage: {
        metric: instance.metricFreeStorageSpace({ period: PERIOD, statistic: 'Minimum' }),
        threshold: 2 * GB,
        below: true,
        description: 'Less than 2 GB of the database are free',
      },
      ...(size.instanceType.startsWith('t')
        ? {
            CpuCredits: {
              metric: instance.metric('CPUCreditBalance', { period: PERIOD, statistic: 'Minimum' }),
              threshold: 20,
              below: true,
              periods: 3,
              description: 'The burstable instance is about to bill for CPU',
            },
          }
        : {
            CpuUtilization: {
              metric: instance.metricCPUUtilization({ period: PERIOD }),
              threshold: 80,
              periods: 6,
              description: 'The database has been busy for half an hour',
            },
          }),
      Connections: {
        metric: instance.metricDatabaseConnections({ period: PERIOD, statistic: 'Maximum' }),
        threshold: Math.floor(maxConnections * 0.85),
        description: 'The database is running out of connections',
      },
      Latency: {
        metric: new cloudwatch.Metric({
          namespace: 'AWS/Lambda',
          metricName: 'UrlRequestLatency',
          dimensionsMap: { FunctionName: api.api.function.functionName },
          statistic: 'p95',
          period: PERIOD,
        }),
        threshold: 2000,
        periods: 3,
        description: 'One answer in twenty took more than two seconds',
      },
      ApiErrors: {
        metric: new cloudwatch.Metric({
          namespace: 'AWS/Lambda',
          metricName: 'Url5xxCount',
          dimensionsMap: { FunctionName: api.api.function.functionName },
          statistic: 'Sum',
          period: PERIOD,
        }),
        threshold: 5,
        description: 'The API failed five times in five minutes',
      },
    };
    for (const [name, { metric, threshold, description, below = false, periods = 1 }] of Object.entries(
      watched,
    )) {
      const alarm = new cloudwatch.Alarm(this, name, {
        alarmDescription: `${description}. What to do: docs/aws.md#${name.toLowerCase()}`,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: below
          ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
          : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        // A stopped database, or a night without calls, reports nothing: that is no fault.
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      widgets: [
        Object.entries(watched).map(
          ([title, { metric }]) => new cloudwatch.GraphWidget({ title, left: [metric] }),
        ),
      ],
    });
  }

  /** Counted from the loader's log: a rejected file is not an error of the function. */
  #rejectedFiles({ loader }: Loading): cloudwatch.IMetric {
    const filter = new logs.MetricFilter(this, 'Rejected', {
      logGroup: loader.function.logGroup,
      filterPattern: logs.FilterPattern.stringValue('$.state', '=', 'rejected'),
      metricNamespace: 'Playclock',
      metricName: `${Stack.of(this).stackName}FilesRejected`,
    });
    return filter.metric({ period: PERIOD, statistic: 'Sum' });
  }
}
