import { expect, test } from '../harness/test.ts';

test('opens a usable window with its typed interface', async ({ launch }) => {
  const { app, page } = await launch();
  expect(page.url()).toBe('app://bundle/index.html');
  await expect(page.locator('#root')).not.toBeEmpty();
  const state = await page.evaluate(() => window.pipewright?.app.getState());
  expect(state).toMatchObject({ ok: true, value: { recentFiles: [], settings: { theme: 'system' } } });
  const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(menus).toEqual(['File', 'Edit', 'View', 'Design', 'Simulate', 'Help']);
});

test('keeps Node and Electron out of the page', async ({ launch }) => {
  const { app, page } = await launch();
  const globals = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'electron'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  const preferences = await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
  });
  // Electron leaves this one out when it is off.
  expect(preferences['nodeIntegrationInWorker']).not.toBe(true);
});

test('serves only the files of the page', async ({ launch }) => {
  const { app } = await launch();
  const statuses = await app.evaluate(async ({ net }) => {
    const addresses = [
      'app://bundle/index.html',
      'app://bundle/%2e%2e%2fmain%2fmain.js',
      'app://bundle/..%5cmain%5cmain.js',
      'app://bundle/nothing.js',
      'app://other/index.html',
    ];
    return Promise.all(addresses.map(async (address) => (await net.fetch(address)).status));
  });
  expect(statuses).toEqual([200, 403, 403, 404, 403]);
});

test('blocks evaluation, foreign requests, navigation and new windows', async ({ launch }) => {
  const { app, page, complaints } = await launch();
  const outcome = await page.evaluate(async () => {
    const policy = (await fetch('app://bundle/index.html')).headers.get('content-security-policy');
    const foreign = await fetch('https://example.com/').then(
      () => 'allowed',
      () => 'blocked',
    );
    const opened = window.open('about:blank') === null ? 'blocked' : 'allowed';
    const permission = (await navigator.permissions.query({ name: 'notifications' })).state;
    // Code that the page schedules is subject to the policy; code given to evaluate is not.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the test is that this throws
          new Function('return 1')();
          resolve('allowed');
        } catch {
          resolve('blocked');
        }
      });
    });
    return { policy, foreign, opened, permission, evaluated };
  });
  expect(outcome).toMatchObject({
    foreign: 'blocked',
    opened: 'blocked',
    permission: 'denied',
    evaluated: 'blocked',
  });
  expect(outcome.policy).toContain("default-src 'none'; script-src 'self';");
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://bundle/index.html');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The violations provoked here are the point of the test.
  complaints.length = 0;
  await page.evaluate(() => {
    (window as { policyViolations?: string[] }).policyViolations = [];
  });
});

test('refuses malformed requests and unknown handles with typed failures', async ({ launch }) => {
  const { page } = await launch();
  const replies = await page.evaluate(async () => {
    const api = window.pipewright;
    if (api === undefined) throw new Error('The interface is missing');
    return [
      await api.document.revert({ handle: '../../etc/passwd' }),
      await api.document.revert({ handle: '00000000-0000-4000-8000-000000000000' }),
      await api.template.open({ id: '../clickstream' }),
      await api.export.write({
        folder: '/tmp',
        target: 'cdk',
        files: [{ path: 'a', text: '' }],
        seen: [],
        keep: [],
      }),
      await api.shell.openExternal({ url: 'file:///etc/passwd' }),
    ];
  });
  expect(replies).toMatchObject([
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'not-found' } },
    { ok: false, error: { code: 'not-found' } },
    { ok: false, error: { code: 'not-found' } },
    { ok: true, value: { opened: false } },
  ]);
});

test('simulates in its own process and brings typed arrays to the page', async ({ launch }) => {
  const { page } = await launch();
  const result = await page.evaluate(async () => {
    const api = window.pipewright;
    if (api === undefined) throw new Error('The interface is missing');
    const opened = await api.template.open({ id: 'clickstream' });
    if (!opened.ok) throw new Error(opened.error.message);
    const finished = new Promise<string>((resolve) => {
      api.on.simulationFinished(({ result: run }) => {
        const series = run.stations[0]?.arrivalRate.mean;
        resolve(`${series instanceof Float64Array} ${run.massResidual}`);
      });
      api.on.simulationFailed(({ message }) => resolve(message));
    });
    await api.simulation.start({ text: opened.value.text, durationSeconds: 600 });
    return finished;
  });
  expect(result).toBe('true 0');
});
