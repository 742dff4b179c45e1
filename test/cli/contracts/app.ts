import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { EventContract } from '../../../lib';
import { declareContracts } from '../../../lib/constructs/contracts';

/** Synthesised apps and contracts directories of one test file, removed at its end. */
export class Place {
  private readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'spillway-')));
  private readonly outside = process.cwd();

  /** Commands run where the apps run, until the place is removed. */
  enter(): void {
    process.chdir(this.root);
  }

  /** The assembly of an app that declares these contracts. */
  app(contracts: readonly EventContract[], contractsDirectory?: string): string {
    const app = new App({ outdir: mkdtempSync(join(this.root, 'cdk.out-')) });
    const orders = new Construct(new Stack(app, 'Shop'), 'Orders');
    declareContracts(orders, contracts, contractsDirectory);
    return app.synth().directory;
  }

  /** A contracts directory with these files, by their paths. */
  directory(files: Readonly<Record<string, unknown>> = {}): string {
    const folder = mkdtempSync(join(this.root, 'contracts-'));
    for (const [name, value] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  /** The files of a directory by their paths, with their texts. */
  files(directory: string): Record<string, string> {
    const names = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return Object.fromEntries(
      names.sort().map((name) => [name.slice(directory.length + 1), readFileSync(name, 'utf8')]),
    );
  }

  /** A file of a directory as commands show it: as seen from here. */
  shown(directory: string, name: string): string {
    return join(relative(process.cwd(), directory), name);
  }

  remove(): void {
    process.chdir(this.outside);
    rmSync(this.root, { recursive: true });
  }
}
