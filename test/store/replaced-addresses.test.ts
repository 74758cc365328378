import { expect } from '@open-wc/testing';
import {
  onAddressesReplaced,
  replaceAddresses,
  replacedAddresses,
} from '../../src/store/replaced-addresses.js';

describe('the addresses that a user has replaced', () => {
  it('are told to those who still listen', () => {
    const change = {
      field: 'apiBase',
      setting: 'api-base',
      from: 'http://127.0.0.1:1/never-set',
      to: 'http://127.0.0.1:2',
    } as const;
    const heard: string[] = [];
    const leave = onAddressesReplaced(() => heard.push('left'));
    const stay = onAddressesReplaced(() => heard.push('stays'));
    leave();
    replaceAddresses([change]);
    stay();
    expect(heard).to.deep.equal(['stays']);
    expect(replacedAddresses().get(`apiBase ${change.from}`)).to.equal(change.to);
  });
});
