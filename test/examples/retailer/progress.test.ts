import type { WriteStream } from 'node:tty';
import { progressOn } from '../../../examples/retailer/progress';

/** What is written to a stream while 200 orders are routed. */
function written(isTTY: boolean, columns?: number): string[] {
  const texts: string[] = [];
  const stream = {
    isTTY,
    columns,
    write: (text: string) => texts.push(text),
  } as unknown as WriteStream;
  const progress = progressOn(stream, 'routing');
  for (let done = 1; done <= 200; done += 1) progress(done, 200);
  return texts;
}

describe('progressOn', () => {
  const { CI, NO_COLOR } = process.env;
  beforeEach(() => {
    delete process.env.CI;
    delete process.env.NO_COLOR;
  });
  afterEach(() => {
    Object.assign(
      process.env,
      CI === undefined ? {} : { CI },
      NO_COLOR === undefined ? {} : { NO_COLOR },
    );
  });

  it('draws a bar a percent on a terminal, and wipes it when all is done', () => {
    const texts = written(true);
    expect(texts).toHaveLength(101);
    expect(texts[50]).toBe(`\rrouting ${'█'.repeat(20)}${'░'.repeat(20)} 50 %`);
    expect(texts.at(-1)).toBe('\r\u001b[K');
  });

  test.each([
    ['narrow', 40],
    ['hardly there', 5],
  ])('never fills a line, so that the next bar takes its place (%s)', (_name, columns) => {
    const lengths = written(true, columns).map((text) => text.replace('\r', '').length);
    expect(Math.max(...lengths)).toBeLessThan(Math.max(columns, 'routing  100 % '.length));
  });

  it('writes nothing where no terminal is', () => {
    expect(written(false)).toEqual([]);
  });

  test.each(['CI', 'NO_COLOR'])('writes nothing under %s', (name) => {
    process.env[name] = '1';
    expect(written(true)).toEqual([]);
    delete process.env[name];
  });
});
