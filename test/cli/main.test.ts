import { commands } from '../../lib/cli/commands';
import { version } from '../../package.json';
import { run } from './run';

describe('main', () => {
  it('says its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
  });

  test.each([
    ['all commands', ['--help'], ['patterns test', 'patterns explain', '--version']],
    ['all commands, by -h', ['-h'], ['Usage: spillway COMMAND']],
    ['the commands of a topic', ['patterns', '--help'], ['patterns test', 'patterns explain']],
    ['a command', ['patterns', 'test', '--help'], ['--dialect NAME', 'Exit code', 'sns-body']],
    ['what checks contracts', ['contracts', 'check', '-h'], ['unchanged', 'Exit code']],
    ['what accepts contracts', ['contracts', 'accept', '-h'], ['--event TYPE', 'Exit code']],
    ['what compares contracts', ['contracts', 'diff', '-h'], ['+ added', 'Exit code']],
    ['a command in wrong use', ['patterns', 'explain', '--no', '-h'], ['--pattern FILE --event']],
  ])('helps with %s, in 80 columns', async (_, args, parts) => {
    const { code, output, errors } = await run(args);

    expect(code).toBe(0);
    expect(errors).toBe('');
    for (const part of parts) {
      expect(output).toContain(part);
    }
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  const verbs = Object.entries(commands).flatMap(([topic, named]) =>
    Object.keys(named).map((name) => [topic, name] as const),
  );

  test.each(verbs)('helps with %s %s, in 80 columns', async (topic, name) => {
    const { code, output } = await run([topic, name, '--help']);

    expect(code).toBe(0);
    expect(output).toContain(`Usage: spillway ${topic} ${name} `);
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ['no command', [], 'Usage: spillway COMMAND'],
    ['a topic alone', ['patterns'], 'Usage: spillway patterns COMMAND'],
    ['an unknown topic', ['pattern'], 'there is no command pattern; did you mean patterns?'],
    ['an unknown command', ['patterns', 'tets'], 'no command patterns tets; did you mean test?'],
    ['a far command', ['patterns', 'x'], 'no command patterns x; there is test, explain'],
    ['a name of every object', ['patterns', 'constructor'], 'no command patterns constructor'],
    ['an unknown option', ['--versoin'], 'no option --versoin; did you mean --version?'],
    [
      'an option no command has',
      ['patterns', 'test', '--dialekt', 'x'],
      'there is no option --dialekt; did you mean --dialect?',
    ],
    ['an empty value', ['patterns', 'test', '--dialect', ''], '--dialect needs a value'],
    ['a short option', ['patterns', 'test', '-d', 'x'], 'there is no option -d'],
    ['an option of every object', ['patterns', 'test', '--toString'], 'no option --toString'],
    ['a value too many', ['patterns', 'explain', '--json=x'], '--json takes no value'],
    ['a value missing', ['patterns', 'test', '--dialect'], '--dialect needs a value'],
    [
      'an option for a value',
      ['patterns', 'explain', '--pattern', '--event', 'x'],
      '--pattern needs a value: --pattern FILE',
    ],
    ['an argument too many', ['patterns', 'explain', 'a.json'], '"a.json" is too much'],
    ['options missing', ['patterns', 'explain', '--json'], '--pattern and --event must be given'],
    ['a dialect', ['patterns', 'test', '--dialect', 'sns'], 'did you mean sns-attributes?'],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { code, output, errors } = await run(args);

    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(message);
  });
});
