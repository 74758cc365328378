import { Scene } from './scene.js';

/** What happens, and what the user must then see. */
export type Act = (scene: Scene) => Promise<void>;

/**
 * A test of one of the 25 faults, at the level of the user; it is a row of the suite's table. The
 * number is the one of docs/reliability.md, the time limit in ms.
 */
export function fault(number: number, title: string, act: Act, limit = 8000): void {
  it(`${number}: ${title}`, () => play(number, title, act)).timeout(limit + 2000);
}

/** Several that take long, played at the same time, each on a page of its own. */
export function faultsAtOnce(acts: readonly [number, string, Act][], limit: number): void {
  const playing: Promise<PromiseSettledResult<void>[]>[] = [];
  before(() => {
    for (const [number, title, act] of acts)
      playing.push(Promise.allSettled([play(number, title, act)]));
  });
  acts.forEach(([number, title], index) => {
    it(`${number}: ${title}`, async () => {
      const [played] = await playing[index]!;
      if (played?.status === 'rejected') throw played.reason;
    }).timeout(limit + 2000);
  });
}

async function play(number: number, title: string, act: Act): Promise<void> {
  const scene = new Scene();
  let result: 'passed' | 'failed' = 'failed';
  try {
    await act(scene);
    result = 'passed';
  } finally {
    await scene.end(number, title, result);
  }
}

const { random } = Math;

/** Makes every random wait the middle one, so that waits can be compared. */
export function withoutChance(scene: Scene): void {
  Math.random = () => 0.5;
  scene.atEnd(() => (Math.random = random));
}
