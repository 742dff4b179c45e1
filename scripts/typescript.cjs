// Runs TypeScript as it stands (node -r ./scripts/typescript.cjs FILE.ts). `npm run build` writes a
// .js beside every .ts, and Node, asked for a folder, would take its index.js: what was built last,
// not what was written since. So .ts goes before .js in the order that Node tries.
require('tsx/cjs');

const { _extensions: extensions } = require('node:module');
const { '.js': js } = extensions;
delete extensions['.js'];
extensions['.js'] = js;
