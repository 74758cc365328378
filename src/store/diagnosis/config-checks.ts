import type { EndpointField } from '../../connection/endpoint.js';
import { settingOf } from '../address-problems.js';
import { verdict, type Evidence, type Verdict } from './evidence.js';

/** Where each address came from, and what of the settings was refused. */
export function configChecks(e: Evidence): readonly Verdict[] {
  return [
    addressCheck('apiBase', e),
    addressCheck('wsUrl', e),
    addressCheck('fileServerUrl', e),
    ...e.problems
      .filter(({ code }) => code === 'bad-setting')
      .map((problem) => verdict('settings', 'warned', 'problem', { problem })),
  ];
}

function addressCheck(field: EndpointField, { endpoint, problems }: Evidence): Verdict {
  const given = endpoint[field];
  const { url: address, source, replaces: replacedAddress } = given;
  const setting = settingOf(field, given);
  if (given.fault) {
    const problem = problems.find((one) => one.code === 'bad-address' && one.field === setting);
    return verdict(field, 'failed', 'problem', { problem });
  }
  if (address === undefined) {
    if (field !== 'apiBase') return verdict(field, 'skipped', 'not-set', { facts: { setting } });
    return verdict(field, endpoint.wsUrl.url ? 'warned' : 'failed', 'no-castray-address');
  }
  if (replacedAddress) {
    const facts = { setting, replacedAddress };
    return verdict(field, 'warned', 'replaced', { address, facts });
  }
  const finding = source === 'derived' ? 'derived' : 'configured';
  return verdict(field, 'passed', finding, { address, facts: { setting } });
}
