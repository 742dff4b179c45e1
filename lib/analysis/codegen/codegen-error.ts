/** Code can't be generated: the message says for what, why, and what to do. */
export class CodegenError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CodegenError';
  }
}
