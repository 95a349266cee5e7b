import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';

/** A running app with its window, and what it complained about. */
export interface LaunchedApp {
  app: ElectronApplication;
  page: Page;
  /** Errors on the console, uncaught exceptions and violations of the content security policy. */
  complaints: string[];
  userData: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Files named on the command line. */
  files?: readonly string[];
  /** Profile of an earlier launch, for tests of what survives; it is kept when the app closes. */
  userData?: string;
}

const contentSize = { width: 1440, height: 900 };

/**
 * Starts the built app in a profile of its own. Without `executablePath`: Playwright then holds back
 * `ready` until it listens, and no launch is lost.
 */
export async function launchApp({ files = [], userData }: LaunchOptions = {}): Promise<LaunchedApp> {
  const profile = userData ?? (await mkdtemp(join(tmpdir(), 'pipewright-e2e-')));
  const app = await launchOnce(profile, files).catch(() => launchOnce(profile, files));
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.stack ?? error.message}`));
  await page.waitForLoadState('domcontentloaded');
  await collectPolicyViolations(page);
  await setContentSize(app);
  return {
    app,
    page,
    userData: profile,
    complaints,
    close: async () => {
      complaints.push(...(await readPolicyViolations(page)));
      await closeWithoutQuestions(app);
      if (userData === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

function launchOnce(profile: string, files: readonly string[]): Promise<ElectronApplication> {
  const { ELECTRON_RENDERER_URL: _dev, ELECTRON_RUN_AS_NODE: _node, ...environment } = process.env;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) env[name] = value;
  return _electron.launch({ args: ['.', `--user-data-dir=${profile}`, ...files], env, timeout: 20_000 });
}

async function setContentSize(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setMenuBarVisibility(false);
    window?.setContentSize(size.width, size.height);
  }, contentSize);
}

interface ViolationWindow {
  policyViolations?: string[];
}

/** Violations before this runs still reach the console, which is collected too. */
async function collectPolicyViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const target = window as ViolationWindow;
    target.policyViolations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      target.policyViolations?.push(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
}

export async function readPolicyViolations(page: Page): Promise<string[]> {
  // A page that crashed on purpose, or with its app, has nothing to tell any more.
  return page.evaluate(() => (window as ViolationWindow).policyViolations ?? []).catch(() => []);
}

/** Tests end with unsaved documents; the answer to the close question is always "don't save". */
async function closeWithoutQuestions(app: ElectronApplication): Promise<void> {
  await app
    .evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    })
    .catch(() => undefined);
  await app.close();
}
