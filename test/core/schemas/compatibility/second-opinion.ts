// jsoncompat, another judge of compatibility, of schemas of 2020-12 only. Its module is for bundlers
// and browsers: here it is made by hand, anew after each overflow, for it answers no more after one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Judge {
  check_compat(older: string, newer: string, role: 'serializer' | 'deserializer'): boolean;
  initSync(options: { readonly module: object }): unknown;
}

const folder = join(__dirname, '../../../../node_modules/jsoncompat');
const read = (name: string) => readFileSync(join(folder, name));
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly Module: new (binary: Uint8Array) => object };
};
const binary = new WebAssembly.Module(read('jsoncompat_wasm_bg.wasm'));
const source = read('jsoncompat_wasm.js')
  .toString()
  .replaceAll(/^export \{.*$/gm, '')
  .replaceAll(/^export (?=class|function)/gm, '')
  .replaceAll('import.meta.url', '""');

function makeJudge(): Judge {
  const judge: Judge = new Function(`${source}\nreturn { initSync, check_compat };`)();
  judge.initSync({ module: binary });
  return judge;
}

let judge = makeJudge();

/** Whether a new reader takes old data; undefined for what it doesn't judge. */
export function secondOpinion(older: unknown, newer: unknown): boolean | undefined {
  try {
    return judge.check_compat(JSON.stringify(older), JSON.stringify(newer), 'deserializer');
  } catch (error) {
    if (typeof error === 'string') return undefined;
    judge = makeJudge();
    return undefined;
  }
}
