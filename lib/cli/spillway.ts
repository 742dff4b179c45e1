#!/usr/bin/env node
import { main } from './main';

// Whoever read our output has seen enough, as in `spillway ... | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});

void main(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  environment: process.env,
}).then((code) => {
  process.exitCode = code;
});
