/** RDS as far as the commands use it: its Query protocol, with states that change from one look to the next. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeInstance {
  /** Statuses still to come, one a look; the last stays. */
  statuses: string[];
  class: string;
  storage: number;
  protected: boolean;
  /** Applied when the statuses have come to `available`. */
  pending: { class?: string; storage?: number };
}

export interface RdsServer {
  readonly endpoint: string;
  readonly instances: Map<string, FakeInstance>;
  readonly snapshots: Map<string, string[]>;
  /** Actions asked for, looks left out. */
  readonly asked: string[];
  /** The next requests are refused so. */
  refuse(times: number, code: string, status?: number, action?: RegExp): void;
  close(): Promise<void>;
}

/** Start it with one available instance, `playclock`. */
export async function startRdsServer(): Promise<RdsServer> {
  const instances = new Map<string, FakeInstance>([
    [
      'playclock',
      { statuses: ['available'], class: 'db.t3.micro', storage: 20, protected: true, pending: {} },
    ],
  ]);
  const snapshots = new Map<string, string[]>();
  const asked: string[] = [];
  const refusal = { times: 0, code: '', status: 400, action: /./ };

  const server = createServer(async (request, response) => {
    const [body = ''] = await request.setEncoding('utf8').toArray();
    const form = new URLSearchParams(body);
    const action = form.get('Action') ?? '';
    const fail = (status: number, code: string) => {
      response.writeHead(status, { 'content-type': 'text/xml' });
      response.end(
        `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${code} of ${action}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
      );
    };
    if (refusal.times > 0 && refusal.action.test(action)) {
      refusal.times--;
      return fail(refusal.status, refusal.code);
    }
    if (!action.startsWith('Describe')) asked.push(action);
    const answer = act(action, form);
    if ('code' in answer) return fail(answer.status, answer.code);
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(
      `<${action}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><${action}Result>${answer.xml}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`,
    );
  });

  function act(action: string, form: URLSearchParams): { xml: string } | { status: number; code: string } {
    const id = form.get('DBInstanceIdentifier') ?? form.get('TargetDBInstanceIdentifier') ?? '';
    const snapshot = form.get('DBSnapshotIdentifier') ?? '';
    const instance = instances.get(id);
    const creates = /^Restore/.test(action);
    if (action === 'DescribeDBSnapshots') {
      const statuses = snapshots.get(snapshot);
      if (statuses === undefined) return { status: 404, code: 'DBSnapshotNotFound' };
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      return {
        xml: `<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>${snapshot}</DBSnapshotIdentifier><Status>${status}</Status></DBSnapshot></DBSnapshots>`,
      };
    }
    if (creates) {
      if (instance !== undefined) return { status: 400, code: 'DBInstanceAlreadyExists' };
      const statuses = ['creating', 'backing-up', 'available'];
      instances.set(id, { statuses, class: 'db.t3.micro', storage: 20, protected: false, pending: {} });
      return { xml: `<DBInstance><DBInstanceIdentifier>${id}</DBInstanceIdentifier></DBInstance>` };
    }
    if (instance === undefined) return { status: 404, code: 'DBInstanceNotFound' };
    const [status = ''] = instance.statuses;
    const needs: Record<string, string> = {
      StartDBInstance: 'stopped',
      StopDBInstance: 'available',
      ModifyDBInstance: 'available',
      CreateDBSnapshot: 'available',
    };
    if (needs[action] !== undefined && needs[action] !== status)
      return { status: 400, code: 'InvalidDBInstanceState' };
    if (action === 'StartDBInstance') instance.statuses = ['starting', 'starting', 'available'];
    if (action === 'StopDBInstance') instance.statuses = ['stopping', 'stopping', 'stopped'];
    if (action === 'DeleteDBInstance') instance.statuses = ['deleting', 'deleting', 'gone'];
    if (action === 'CreateDBSnapshot') snapshots.set(snapshot, ['creating', 'creating', 'available']);
    if (action === 'ModifyDBInstance') {
      instance.pending = {
        class: form.get('DBInstanceClass') ?? instance.class,
        storage: Number(form.get('AllocatedStorage') ?? instance.storage),
      };
      // AWS shows the old state for some looks before it begins.
      instance.statuses = ['available', 'modifying', 'modifying', 'available'];
    }
    if (action === 'DescribeDBInstances') return look(id, instance);
    return { xml: `<DBInstance><DBInstanceIdentifier>${id}</DBInstanceIdentifier></DBInstance>` };
  }

  function look(id: string, instance: FakeInstance): { xml: string } | { status: number; code: string } {
    const [status] = instance.statuses;
    if (status === 'gone') {
      instances.delete(id);
      return { status: 404, code: 'DBInstanceNotFound' };
    }
    if (instance.statuses.length > 1) instance.statuses.shift();
    else {
      instance.class = instance.pending.class ?? instance.class;
      instance.storage = instance.pending.storage ?? instance.storage;
      instance.pending = {};
    }
    const pending =
      instance.pending.class === undefined
        ? ''
        : `<DBInstanceClass>${instance.pending.class}</DBInstanceClass>`;
    return {
      xml: `<DBInstances><DBInstance><DBInstanceIdentifier>${id}</DBInstanceIdentifier><DBInstanceStatus>${status}</DBInstanceStatus>
<DBInstanceClass>${instance.class}</DBInstanceClass><AllocatedStorage>${instance.storage}</AllocatedStorage><MultiAZ>false</MultiAZ>
<Engine>postgres</Engine><EngineVersion>18.1</EngineVersion><DeletionProtection>${instance.protected}</DeletionProtection>
<Endpoint><Address>${id}.abc.us-east-1.rds.amazonaws.com</Address><Port>5432</Port></Endpoint>
<LatestRestorableTime>2026-01-02T03:04:05Z</LatestRestorableTime><PendingModifiedValues>${pending}</PendingModifiedValues>
<DBSubnetGroup><DBSubnetGroupName>subnets</DBSubnetGroupName></DBSubnetGroup>
<VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId><Status>active</Status></VpcSecurityGroupMembership></VpcSecurityGroups>
<DBParameterGroups><DBParameterGroup><DBParameterGroupName>parameters</DBParameterGroupName><ParameterApplyStatus>in-sync</ParameterApplyStatus></DBParameterGroup></DBParameterGroups>
</DBInstance></DBInstances>`,
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    instances,
    snapshots,
    asked,
    refuse(times, code, status = 400, action = /./) {
      Object.assign(refusal, { times, code, status, action });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
