#!/usr/bin/env bash
# Runs a benchmark (run.sh NAME [options]) as users run the library: as JavaScript, out of
# node_modules. CDK takes a stack trace of every resource, in which it tells an app's own frames
# from those of what is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf .bench
npx --no-install tsc -p benchmarks
mkdir -p .bench/node_modules/cdk-spillway
mv .bench/lib .bench/node_modules/cdk-spillway/lib
ln -s node_modules/cdk-spillway/lib .bench/lib
exec node ".bench/benchmarks/$1.js" "${@:2}"
