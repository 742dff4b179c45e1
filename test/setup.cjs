// CDK validates every synth with a WASM engine: seconds each time, again in every test file.
process.env.CDK_VALIDATION = 'false';
