const { rmSync } = require('node:fs');

module.exports = async function tearDown() {
  await globalThis.testServer?.stop();
  rmSync(process.env.TEST_FOLDER, { recursive: true, force: true });
};
