/** Accepted versions that can't be read: the file or folder, what is wrong there, and the fix. */
export class ContractsDirectoryError extends Error {
  /** The file or folder. */
  readonly file: string;

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'ContractsDirectoryError';
    this.file = file;
  }
}
