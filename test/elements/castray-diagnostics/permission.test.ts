import { expect } from '@open-wc/testing';
import { PageWitness } from '../../../src/elements/castray-diagnostics/page-witness.js';

describe('a permission of the browser', () => {
  const usual = navigator.permissions.query.bind(navigator.permissions);
  afterEach(() => {
    navigator.permissions.query = usual;
  });

  it('is what the browser says now, also after the user has allowed it', async () => {
    const status = Object.assign(new EventTarget(), { state: 'denied' });
    navigator.permissions.query = () => Promise.resolve(status as unknown as PermissionStatus);
    let changes = 0;
    const witness = new PageWitness(
      { addController: () => undefined } as never,
      () => (changes += 1),
    );
    witness.hostConnected();
    await Promise.resolve();
    await Promise.resolve();
    expect(witness.facts.localNetwork).to.equal('denied');
    status.state = 'granted';
    status.dispatchEvent(new Event('change'));
    expect(witness.facts.localNetwork).to.equal('granted');
    expect(changes, 'the doctor is told').to.be.at.least(1);
    witness.hostDisconnected();
  });
});
