import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const examples = resolve(__dirname, '../../../examples');
const stacks = readdirSync(examples).filter((name) => name.endsWith('-stack.ts'));
const app = readFileSync(join(__dirname, 'examples-app.ts'), 'utf8');

describe('the app of the examples', () => {
  test.each(stacks)('deploys the stack of %s', (file) => {
    const [, name] = /^export class (\w+) extends Stack/m.exec(textOf(file)) ?? [];
    expect(app).toContain(`from '../../../examples/${file.replace('.ts', '')}';`);
    expect(app).toContain(`\nnew ${name}(app, '`);
  });
});

const textOf = (file: string): string => readFileSync(join(examples, file), 'utf8');
