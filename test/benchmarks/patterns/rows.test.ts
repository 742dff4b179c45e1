import { contenderOf } from '../../../benchmarks/patterns/contenders';
import { type Count, type Engine, interpreter } from '../../../benchmarks/patterns/engines';
import { resultOf } from '../../../benchmarks/patterns/rows';

const events = ['{"a":1}', '{"a":2}', '{"a":1,"b":1}'];
const set = { name: 'ones', rules: new Map([['one', '{"a":[1]}']]) };

function bench(...engines: readonly Engine[]) {
  const baseline = contenderOf({ ...always('base', 0), prepare: () => () => 0 }, events);
  return {
    contenders: engines.map((engine) => contenderOf(engine, events)),
    baseline,
    events,
    plan: { rounds: 1, events: 3, secondsPerTurn: 0.001 },
    pairs: 3,
  };
}

function always(name: string, rules: number, exact = true): Engine {
  const count: Count = () => rules;
  return { name, exact, prepare: () => count };
}

describe('resultOf', () => {
  it('has a row an engine and no failure where all are right', async () => {
    const { rows, failures, refused } = await resultOf(set, bench(interpreter));

    expect(rows).toMatchObject([{ set: 'ones', rules: 1, engine: 'spillway-interpreter' }]);
    expect(rows[0]).not.toHaveProperty('wrong');
    expect([...failures, ...refused]).toEqual([]);
  });

  it('fails for a wrong count of an engine that must be exact, and says where', async () => {
    const { rows, failures } = await resultOf(set, bench(always('hasty', 1)));

    expect(rows[0]?.wrong).toEqual({ events: 1, of: 3, first: 'event 1: 1 rules, not 0' });
    expect(failures).toEqual(['hasty is wrong in ones of 1 rules: event 1: 1 rules, not 0']);
  });

  it('reports a wrong count of another library without failing', async () => {
    const { rows, failures } = await resultOf(set, bench(always('other', 0, false)));

    expect(rows[0]?.wrong).toMatchObject({ events: 2, of: 3 });
    expect(failures).toEqual([]);
  });

  it('fails where exact engines agree on the sample and differ over all events', async () => {
    const late = always('late', 0);
    let asked = 0;
    const right = interpreter.prepare(set.rules);
    const prepare = () => (event: string) => (asked++ < events.length ? right(event) : 0);

    const { failures } = await resultOf(set, bench(interpreter, { ...late, prepare }));
    expect(failures).toEqual(['over all events ones counts spillway-interpreter 2, late 0']);
  });

  it('goes on without an engine that refuses a rule, and says so', async () => {
    const prepare = () => {
      throw new Error('no such operator');
    };
    const picky = { ...always('picky', 0), prepare };

    const { rows, refused } = await resultOf(set, bench(picky, interpreter));
    expect(rows.map(({ engine }) => engine)).toEqual(['spillway-interpreter']);
    expect(refused).toEqual(["picky can't take ones: Error: no such operator"]);
  });
});
