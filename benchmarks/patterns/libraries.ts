import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from './engines';

/**
 * What people use in JavaScript today, in the versions looked at in November 2026. They are fetched
 * into a folder of the run, so that none of them and of what they bring is a dependency of this
 * package. Each is used as its own program uses it, on one rule after the other.
 */
interface Library {
  readonly name: string;
  readonly version: string;
  /** Those of its dependencies that matching doesn't need: servers and clients of AWS. */
  readonly without: readonly string[];
  /** What it needs and forgets to ask for. */
  readonly besides?: Readonly<Record<string, string>>;
  /** From the folder that it was installed in. */
  load(folder: string): Promise<Matches>;
}

type Json = { readonly [name: string]: unknown };

/** Whether a pattern, as an object, takes the event. */
type Matches = (pattern: Json, event: string) => boolean;

const libraries: readonly Library[] = [
  {
    name: 'serverless-offline-aws-eventbridge',
    version: '2.2.4',
    without: ['@aws-sdk/client-eventbridge', 'aedes', 'cors', 'express', 'mqtt', 'node-cron'],
    besides: { tslib: '2.8.1' },
    load: loadOffline,
  },
  {
    name: 'fauxqs',
    version: '2.4.1',
    without: [
      ...['s3', 'sns', 'sqs'].map((service) => `@aws-sdk/client-${service}`),
      ...['@smithy/node-http-handler', 'fastify', 'toad-cache', 'valibot'],
    ],
    load: loadFauxqs,
  },
  { name: 'eb-patterns', version: '1.0.6', without: [], load: loadEbPatterns },
];

/**
 * @param into a folder to install into
 * @param wanted which of the libraries, by name
 * @param note is told which of them can't be had here, and why
 */
export async function installLibraries(
  into: string,
  wanted: (name: string) => boolean,
  note: (text: string) => void,
): Promise<Engine[]> {
  const engines: Engine[] = [];
  for (const library of libraries.filter(({ name }) => wanted(name))) {
    const { name, version } = library;
    try {
      const folder = join(into, name);
      install(library, folder);
      engines.push(engineOf(name, await library.load(join(folder, 'node_modules', name))));
    } catch (error) {
      note(`without ${name} ${version}: ${String(error).split('\n')[0]}`);
    }
  }
  return engines;
}

function install({ name, version, without, besides }: Library, folder: string): void {
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(empty, 'package.json'), '{ "name": "empty", "version": "0.0.0" }');
  writeFileSync(join(empty, 'index.js'), '');
  const overrides = Object.fromEntries(without.map((unused) => [unused, 'file:./empty']));
  const wanted = { private: true, dependencies: { [name]: version, ...besides }, overrides };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(wanted));
  const options = ['--ignore-scripts', '--no-package-lock', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...options, '--loglevel=silent'], {
    cwd: folder,
    stdio: 'ignore',
  });
}

function engineOf(name: string, matches: Matches): Engine {
  return {
    name,
    exact: false,
    prepare(rules) {
      const patterns: Json[] = [...rules.values()].map((text) => JSON.parse(text));
      return (event) => patterns.reduce((sum, each) => sum + Number(matches(each, event)), 0);
    },
  };
}

/**
 * A plugin that plays EventBridge; of an event it reads detail only, so all stands in there. Its
 * constructor wants a Serverless project, its matching nothing but a place to log to.
 */
async function loadOffline(folder: string): Promise<Matches> {
  const Plugin = require(folder);
  const plugin = Object.create(Plugin.prototype, { logDebug: { value: () => undefined } });
  return (detail, event) =>
    plugin.verifyIsSubscribed({ event: { pattern: { detail } } }, { Detail: event });
}

/** An emulator of SNS; a filter policy on the body of a message is an event pattern. */
async function loadFauxqs(folder: string): Promise<Matches> {
  const { matchesFilterPolicyOnBody } = await import(
    pathToFileURL(join(folder, 'dist/sns/filter.js')).href
  );
  return matchesFilterPolicyOnBody;
}

async function loadEbPatterns(folder: string): Promise<Matches> {
  const { testPattern } = require(folder);
  return (pattern, event) => testPattern(JSON.parse(event), pattern);
}
