import type { Check, CheckId, ServiceKey } from '../../src/store/diagnosis/check.js';
import { Doctor } from '../../src/store/diagnosis/doctor.js';
import type { PageFacts } from '../../src/store/diagnosis/evidence.js';
import type { Diagnosis } from '../../src/store/diagnosis/judge.js';
import { makeStore, type MadeStore } from './store.js';

interface Circumstances {
  readonly page?: Partial<PageFacts>;
  readonly services?: Partial<Record<ServiceKey, unknown>>;
  readonly checksServices?: boolean;
}

/** A doctor of a store, on a page that is what the test says. Time stands still. */
export class Practice {
  readonly made: MadeStore;
  readonly doctor: Doctor;
  /** Everything that was told, the last at the end. */
  readonly told: Diagnosis[] = [];

  constructor(
    settings: Parameters<typeof makeStore>[0],
    { page = {}, services = {}, checksServices = false }: Circumstances = {},
  ) {
    this.made = makeStore(settings);
    const { store, clock } = this.made;
    const facts = {
      url: location.href,
      base: document.baseURI,
      isOnline: true,
      localNetwork: 'unknown',
      refused: [],
    } as const;
    this.doctor = new Doctor({
      store,
      clock,
      surroundings: {
        page: () => ({ ...facts, ...page }),
        services: () => services,
        checksServices: () => checksServices,
        changed: (diagnosis) => this.told.push(diagnosis),
      },
    });
  }

  get last(): Diagnosis {
    return this.told.at(-1)!;
  }

  check(id: CheckId): Check {
    return this.last.checks.find((check) => check.id === id)!;
  }

  /** `state finding` of a check. */
  verdict(id: CheckId): string {
    const { state, finding, problem } = this.check(id);
    return [state, finding, problem?.code].filter(Boolean).join(' ');
  }
}

/** Runs all checks once, on a store that is not connected. */
export async function examine(...given: ConstructorParameters<typeof Practice>): Promise<Practice> {
  const practice = new Practice(...given);
  await practice.doctor.run();
  return practice;
}
