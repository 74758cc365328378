import { replaced } from './shorter.mjs';

/**
 * A page's policy may allow one Trusted Types policy of a name, once. Its own Lit takes `lit-html`: the Lit
 * inside our bundles takes a name of ours.
 */
export const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!/\/lit-html\.js$/.test(id)) return null;
    const own = replaced(code, /(?<=createPolicy\()"lit-html"/g, '"castray-widgets"');
    if (!own) this.error('lit-html does not create its Trusted Types policy where it did');
    return own;
  },
};
