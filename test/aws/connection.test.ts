import { describe, expect, test } from 'vitest';
import { connectTo } from '../../src/database/target.ts';
import { databaseTarget } from '../../src/lambda/connection.ts';

const environment = {
  DATABASE_HOST: 'playclock.abc.us-east-1.rds.amazonaws.com',
  DATABASE_USER: 'playclock_reader',
  AWS_REGION: 'us-east-1',
};

describe('inside Lambda', () => {
  test('every connection signs in with a fresh token, made without asking anybody, over verified TLS', async () => {
    process.env.AWS_ACCESS_KEY_ID ??= 'AKIDEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'secret';
    const { password, ...rest } = connectTo(databaseTarget(environment));
    expect(rest).toEqual({
      host: environment.DATABASE_HOST,
      port: 5432,
      database: 'playclock',
      user: 'playclock_reader',
      ssl: { rejectUnauthorized: true },
    });
    if (typeof password !== 'function') throw new RangeError('the password is not made when needed');
    const token = new URL(`https://${await password()}`);
    expect(token.host).toBe(`${environment.DATABASE_HOST}:5432`);
    expect(Object.fromEntries(token.searchParams)).toMatchObject({
      Action: 'connect',
      DBUser: 'playclock_reader',
      'X-Amz-Expires': '900',
      'X-Amz-Credential': expect.stringContaining('/us-east-1/rds-db/aws4_request'),
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('a missing setting is named', () => {
    const { DATABASE_HOST: _host, ...rest } = environment;
    expect(() => databaseTarget(rest)).toThrow('DATABASE_HOST');
  });
});
