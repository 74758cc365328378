import { expect } from '@open-wc/testing';
import { Doctor } from '../../../src/store/diagnosis/doctor.js';
import { startService, type TestService } from '../../support/castray.js';
import { uncaughtDuring } from '../../support/uncaught.js';
import { makeStore } from '../../support/store.js';

describe('a doctor whose listener throws', () => {
  let service: TestService;
  before(async () => {
    service = await startService({ churn: false });
  });
  after(() => service.stop());

  it('comes to its end all the same', async () => {
    const { store, clock } = makeStore({ apiBase: service.apiBase });
    let told = 0;
    const page = { url: location.href, base: document.baseURI, isOnline: true, refused: [] };
    const doctor = new Doctor({
      store,
      clock,
      surroundings: {
        page: () => ({ ...page, localNetwork: 'unknown' }),
        services: () => ({}),
        checksServices: () => false,
        changed: () => {
          told += 1;
          if (told === 2) throw new Error('of the page');
        },
      },
    });
    const errors = await uncaughtDuring(() => doctor.run());
    expect(errors.map(String)).to.deep.equal(['Error: of the page']);
    expect(doctor.diagnosis?.isComplete).to.equal(true);
  });
});
