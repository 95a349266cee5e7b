import { app, session } from 'electron';
import { createAppServices } from './app-services.ts';
import { registerLog } from './log.ts';
import { registerAppProtocol, registerAppScheme } from './security/app-protocol.ts';
import { registerNavigationLock, registerSessionLock } from './security/lock-down.ts';
import { registerInstanceLock } from './windows/instance-lock.ts';
import { findOwnOrigin, rendererFolder } from './windows/page-address.ts';

// Everything up to `whenReady` runs at once: a scheme cannot be registered once the app is ready.
// Running as root needs --no-sandbox, and enableSandbox on top of it leaves the app without a network service.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
registerLog();
registerNavigationLock(app);

if (registerInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(async () => {
    const origin = findOwnOrigin();
    registerSessionLock(session.defaultSession, origin, app.isPackaged);
    registerAppProtocol(session.defaultSession.protocol, rendererFolder);
    const services = createAppServices(origin);
    services.registerHandlers();
    await services.openWindow();
  });
}
