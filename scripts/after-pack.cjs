// electron-builder hook: a runtime given by folder keeps its own default app, which a package must not have.
const { rmSync } = require('node:fs');
const { join } = require('node:path');

exports.default = async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
};
