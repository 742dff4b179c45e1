import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('scripts/typescript.cjs', () => {
  it('runs what is written, not what was built from it last', () => {
    const folder = mkdtempSync(join(tmpdir(), 'typescript-first-'));
    mkdirSync(join(folder, 'room'));
    writeFileSync(join(folder, 'room', 'index.ts'), "export const from: string = 'written';");
    writeFileSync(join(folder, 'room', 'index.js'), "exports.from = 'built';");
    writeFileSync(join(folder, 'main.ts'), "import { from } from './room'; console.log(from);");
    const script = resolve(__dirname, '../../scripts/typescript.cjs');
    try {
      const out = execFileSync(process.execPath, ['-r', script, join(folder, 'main.ts')], {
        encoding: 'utf8',
      });
      expect(out).toBe('written\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
