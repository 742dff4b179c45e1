import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '../../../lib/core/contracts/make-folder';

const root = resolve(__dirname, '../../..');

describe('makeFolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spillway-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a folder with those that it stands in, once', () => {
    makeFolder(join(folder, 'a/b/c'));
    makeFolder(join(folder, 'a/b/c'));

    expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  });

  it('refuses a place below a file', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(() => makeFolder(join(folder, 'file/a'))).toThrow('ENOTDIR');
  });

  it('refuses the place of a link that leads nowhere', () => {
    symlinkSync('nowhere', join(folder, 'link'));

    expect(() => makeFolder(join(folder, 'link/a'))).toThrow('EEXIST');
  });

  // In a process of its own: what never ends is stopped.
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux(
    'refuses a place where the system makes no folder, and ends',
    () => {
      const code = "require('./lib/core/contracts/make-folder').makeFolder('/proc/spillway/a/b')";
      const args = ['-r', './scripts/typescript.cjs', '-e', code];
      const start = () =>
        execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe', timeout: 20_000 });

      expect(start).toThrow("mkdir '/proc/spillway'");
    },
    30_000,
  );
});
