import type { Check } from '../../connection/diagnosis.js';
import type { EndpointField } from '../../connection/endpoint.js';
import { settingOf } from '../address-problems.js';
import { check, type Evidence } from './evidence.js';

/** Where each address came from, and what of the settings was refused. */
export function configChecks(e: Evidence): readonly Check[] {
  const { problems } = e;
  return [
    addressCheck('apiBase', e),
    addressCheck('wsUrl', e),
    addressCheck('fileServerUrl', e),
    ...problems
      .filter(({ code }) => code === 'bad-setting')
      .map((problem) => check('settings', 'config', 'warned', 'problem', { problem })),
  ];
}

function addressCheck(field: EndpointField, { endpoint, problems }: Evidence): Check {
  const given = endpoint[field];
  const { url: address = '', source, replaces } = given;
  const setting = settingOf(field, given);
  if (given.fault) {
    const attribute = settingOf(field, { ...given, source: 'attribute' });
    const problem = problems.find((one) => one.code === 'bad-address' && one.field === attribute);
    return check(field, 'config', 'failed', 'problem', { problem, facts: { setting } });
  }
  if (replaces !== undefined) {
    const facts = { setting, other: replaces };
    return check(field, 'config', 'warned', 'replaced', { address, facts });
  }
  if (source === 'derived') return check(field, 'config', 'passed', 'derived', { address });
  if (source !== 'none') {
    return check(field, 'config', 'passed', 'configured', { address, facts: { setting } });
  }
  if (field === 'fileServerUrl') return check(field, 'config', 'skipped', 'no-file-server');
  const state = (endpoint.apiBase.url ?? endpoint.wsUrl.url) ? 'warned' : 'failed';
  return field === 'apiBase'
    ? check(field, 'config', state, 'no-castray-address')
    : check(field, 'config', 'skipped', 'no-address');
}
