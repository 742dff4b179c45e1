import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inRoot } from './pages';

/**
 * `npm run test:pack`: what a user gets. Packs the library as built, looks at what is in it,
 * installs it into an empty TypeScript app and its wheel into an empty Python app, and synthesises
 * the stack of the README to the same template in both.
 */

interface Package {
  readonly devDependencies: Readonly<Record<string, string>>;
}
const { devDependencies: versions }: Package = JSON.parse(
  readFileSync(inRoot('package.json'), 'utf8'),
);

function run(cwd: string, command: string, ...args: string[]): string {
  const env = { ...process.env, CDK_VALIDATION: 'false', CDK_OUTDIR: 'cdk.out' };
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Nothing else: no sources, no tests, no examples, no tool's leftovers, no other packages. */
const bundled = [
  'ajv',
  'ajv-draft-04',
  'ajv-formats',
  'fast-deep-equal',
  'fast-uri',
  'json-schema-traverse',
  'require-from-string',
];
const wanted = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|\.jsii)$/,
  /^lib\/[\w/-]+\.(js|d\.ts)$/,
  new RegExp(`^node_modules/(${bundled.join('|')})/`),
];

function pack(into: string): string {
  const [packed] = JSON.parse(
    run(inRoot('.'), 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', into),
  );
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path);
  const unwanted = paths.filter((path) => !wanted.some((pattern) => pattern.test(path)));
  const manifests = bundled.map((name) => `node_modules/${name}/package.json`);
  const missing = ['.jsii', 'LICENSE', 'README.md', ...entryPoints, ...manifests].filter(
    (path) => !paths.includes(path),
  );
  if (unwanted.length + missing.length > 0) {
    throw new Error(
      `the package has ${unwanted.join(', ') || 'nothing'} too much and lacks ${missing.join(', ') || 'nothing'}`,
    );
  }
  console.log(`packed ${paths.length} files, ${Math.round(packed.size / 1000)} kB`);
  return join(into, packed.filename);
}

const entryPoints = [
  'index',
  'analysis/index',
  'event-patterns/index',
  'runtime/index',
  'cli/spillway',
].flatMap((entry) => [`lib/${entry}.js`, `lib/${entry}.d.ts`]);

function templateIn(app: string): unknown {
  return JSON.parse(readFileSync(join(app, 'cdk.out', 'Shop.template.json'), 'utf8'));
}

/** An empty app, the tarball, the stack of the README, checked by the compiler and synthesised. */
function inTypeScript(app: string, tarball: string): unknown {
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "private": true }');
  const wantedOf = (name: string) => `${name}@${versions[name]}`;
  const tools = ['aws-cdk-lib', 'constructs', 'tsx', 'typescript', '@types/node'].map(wantedOf);
  run(app, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...tools);
  const stack = readFileSync(inRoot('examples/shop-stack.ts'), 'utf8');
  writeFileSync(join(app, 'shop-stack.ts'), stack.replace("'../lib'", "'cdk-spillway'"));
  writeFileSync(
    join(app, 'app.ts'),
    "import { App } from 'aws-cdk-lib';\nimport { ShopStack } from './shop-stack';\nnew ShopStack(new App(), 'Shop');\n",
  );
  writeFileSync(
    join(app, 'entries.ts'),
    "import { Flow } from 'cdk-spillway/analysis';\nimport { compile } from 'cdk-spillway/event-patterns';\nimport { toPutEventsEntry } from 'cdk-spillway/runtime';\nif (!Flow || !compile || !toPutEventsEntry) throw new Error('an entry point is empty');\n",
  );
  const strict = [
    '--strict',
    '--skipLibCheck',
    '--module',
    'node20',
    '--noEmit',
    '--types',
    'node',
  ];
  run(app, 'npx', 'tsc', ...strict, 'app.ts', 'entries.ts');
  run(app, 'node', '-r', 'tsx/cjs', 'entries.ts');
  run(app, 'npx', 'spillway', '--version');
  run(app, 'node', '-r', 'tsx/cjs', 'app.ts');
  return templateIn(app);
}

/** The same, through jsii. */
function inPython(app: string): unknown {
  mkdirSync(app);
  run(inRoot('.'), 'npx', 'jsii-pacmak', '-t', 'python', '--outdir', join(app, 'dist'));
  const wheels = readdirSync(join(app, 'dist', 'python')).filter((name) => name.endsWith('.whl'));
  run(app, 'python3', '-m', 'venv', 'venv');
  const pip = join(app, 'venv', 'bin', 'pip');
  const wheel = join(app, 'dist', 'python', wheels[0] ?? 'no wheel was made');
  run(
    app,
    pip,
    'install',
    '--quiet',
    '--disable-pip-version-check',
    wheel,
    `aws-cdk-lib==${versions['aws-cdk-lib']}`,
  );
  cpSync(inRoot('examples/shop_stack.py'), join(app, 'app.py'));
  run(app, join(app, 'venv', 'bin', 'python'), 'app.py');
  return templateIn(app);
}

const folder = mkdtempSync(join(tmpdir(), 'cdk-spillway-'));
try {
  const typescript = inTypeScript(join(folder, 'typescript'), pack(folder));
  console.log('synthesised in TypeScript');
  const python = inPython(join(folder, 'python'));
  console.log('synthesised in Python');
  if (!isDeepStrictEqual(typescript, python)) throw new Error('the two templates differ');
  console.log('the same template in both');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
