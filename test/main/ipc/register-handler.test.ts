import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { type IpcPolicy, createRegistrar } from '../../../electron/ipc/register-handler.ts';
import { type SenderEvent, appOrigin } from '../../../electron/ipc/sender.ts';
import { requests } from '../../../shared/ipc/contract.ts';

type Listener = (event: SenderEvent, payload: unknown) => Promise<unknown>;

const handle = '00000000-0000-4000-8000-000000000000';
const trusted: SenderEvent = {
  sender: { id: 1 },
  senderFrame: { url: 'app://bundle/index.html', parent: null },
};

function setUp() {
  const listeners = new Map<string, Listener>();
  const logged: string[] = [];
  const policy: IpcPolicy = {
    origin: appOrigin,
    isKnownWindow: (id) => id === 1,
    log: (message, error) => logged.push(`${message}: ${String(error)}`),
  };
  const register = createRegistrar(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    policy,
  );
  const call = (channel: string, event: SenderEvent, payload: unknown) => {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler for ${channel}`);
    return listener(event, payload);
  };
  return { register, call, logged };
}

describe('createRegistrar', () => {
  it('hands the checked request to the handler and wraps its answer', async () => {
    const { register, call } = setUp();
    register('document:confirm-discard', (request) => (request.handle === handle ? 'save' : 'cancel'));
    expect(await call('document:confirm-discard', trusted, { handle })).toEqual({ ok: true, value: 'save' });
  });

  it.each<[string, SenderEvent]>([
    [
      'a frame inside the page',
      { sender: { id: 1 }, senderFrame: { url: 'app://bundle/index.html', parent: {} } },
    ],
    ['a frame that is gone', { sender: { id: 1 }, senderFrame: null }],
    ['another origin', { sender: { id: 1 }, senderFrame: { url: 'https://example.com/', parent: null } }],
    [
      'a host that only begins like ours',
      { sender: { id: 1 }, senderFrame: { url: 'app://bundle.example/', parent: null } },
    ],
    [
      'a user name before another host',
      { sender: { id: 1 }, senderFrame: { url: 'app://bundle@evil/', parent: null } },
    ],
    ['a file', { sender: { id: 1 }, senderFrame: { url: 'file:///index.html', parent: null } }],
    ['no address at all', { sender: { id: 1 }, senderFrame: { url: '', parent: null } }],
    [
      'an unknown window',
      { sender: { id: 2 }, senderFrame: { url: 'app://bundle/index.html', parent: null } },
    ],
  ])('refuses %s before the handler runs', async (_name, event) => {
    const { register, call, logged } = setUp();
    let ran = false;
    register('settings:get', () => {
      ran = true;
      return { theme: 'dark', canvasNavigation: 'map', layout: {} };
    });
    expect(await call('settings:get', event, undefined)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(ran).toBe(false);
    expect(logged).toHaveLength(1);
  });

  const deep: unknown[] = [];
  let inner = deep;
  for (let level = 0; level < 10_000; level++) {
    const next: unknown[] = [];
    inner.push(next);
    inner = next;
  }
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'handle'],
    ['a wrong handle', { handle: '../../etc/passwd' }],
    ['an extra member', { handle, path: '/etc/passwd' }],
    ['a list', [handle]],
    ['too much text', { handle, name: 'x'.repeat(100_000) }],
    ['endless nesting', deep],
  ])('refuses %s as payload', async (_name, payload) => {
    const { register, call } = setUp();
    register('document:revert', () => {
      throw new Error('The handler must not run');
    });
    expect(await call('document:revert', trusted, payload)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  it('passes on failures meant for the user and hides all others', async () => {
    const { register, call, logged } = setUp();
    register('document:close', () => {
      throw new Failure('not-found', 'It is gone.', { advice: 'Open it again.' });
    });
    register('settings:get', () => {
      throw new Error('secret at /home/someone');
    });
    register('template:list', () => {
      throw Object.assign(new Error('ENOSPC: no space, write /home/someone'), { code: 'ENOSPC' });
    });
    expect(await call('document:close', trusted, { handle })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'It is gone.', advice: 'Open it again.' },
    });
    const replies = [
      await call('settings:get', trusted, undefined),
      await call('template:list', trusted, undefined),
    ];
    expect(JSON.stringify(replies)).not.toContain('someone');
    expect(replies).toMatchObject([
      { error: { code: 'internal' } },
      { error: { code: 'io', message: 'The disk is full.' } },
    ]);
    expect(logged).toHaveLength(2);
  });

  it('has a request schema for every channel that refuses foreign members', () => {
    for (const [name, channel] of Object.entries(requests)) {
      if (name === 'menu:set-state') continue;
      expect(channel.request.safeParse({ unexpected: 1 }).success, name).toBe(false);
    }
  });
});
