import { describe, expect, it, test } from 'vitest';
import { parseQueueAddress } from './queue-address.ts';
import { queueFault } from './queue-fault.ts';

describe('the address of a queue', () => {
  it('is that of a server', () => {
    expect(parseQueueAddress('redis://queue.example', undefined)).toEqual({
      host: 'queue.example',
      port: 6379,
      db: 0,
      tls: false,
      shown: 'redis://queue.example:6379',
    });
  });

  it('may state user, password, port and database, and TLS', () => {
    expect(parseQueueAddress('rediss://dafu:p%40ss@[::1]:7000/3', 'other')).toEqual({
      host: '::1',
      port: 7000,
      db: 3,
      username: 'dafu',
      password: 'p@ss',
      tls: true,
      shown: 'rediss://[::1]:7000/3',
    });
  });

  it('leaves the password to the environment', () => {
    expect(parseQueueAddress('redis://localhost', 'secret').password).toBe('secret');
    expect(parseQueueAddress('redis://localhost', '')).not.toHaveProperty('password');
  });

  it.each([
    '',
    'localhost:6379',
    'http://:secret@localhost',
    'redis://',
    'redis://:secret@localhost/path',
    'redis://:secret@localhost?password=secret',
    'redis://:secret@local host',
    'redis://:secret@localhost:99999',
  ])('is refused as %j, without its password', (text) => {
    expect(() => parseQueueAddress(text)).toThrow(/redis:\/\/主机:端口/);
    expect(() => parseQueueAddress(text)).not.toThrow(/secret/);
  });
});

test.each([
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), '请启动 Redis'],
  [new AggregateError([new Error('connect ECONNREFUSED ::1:6379')], ''), '请启动 Redis'],
  [Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), '找不到这台主机'],
  [new Error('WRONGPASS invalid username-password pair'), '密码不对'],
  [new Error('NOAUTH Authentication required.'), 'REDISCLI_AUTH'],
  [new Error("OOM command not allowed when used memory > 'maxmemory'."), 'maxmemory'],
  [Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), '证书'],
  [new Error('anything else'), 'anything else'],
])('%s is explained with what to do', (error, message) => {
  expect(queueFault('redis://localhost:6379', error).message).toContain(message);
  expect(queueFault('redis://localhost:6379', error).message).toMatch(
    /^任务队列 redis:\/\/localhost:6379：.*请/s,
  );
});
