import type { WriteStream } from 'node:tty';

const width = 40;

/** A bar on a terminal; nothing where nobody watches (no terminal, or CI). */
export function progressOn(stream: WriteStream, label: string) {
  if (!stream.isTTY || process.env.CI || process.env.NO_COLOR) return () => {};
  let shown = -1;
  return (done: number, of: number): void => {
    const percent = Math.floor((100 * done) / of);
    if (percent === shown) return;
    shown = percent;
    const full = Math.floor((width * done) / of);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    stream.write(done === of ? '\r\x1b[K' : `\r${label} ${bar} ${percent} %`);
  };
}
