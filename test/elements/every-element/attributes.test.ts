import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../../src/define/all.js';

const TAGS = [
  'castray-cluster-summary',
  'castray-connection',
  'castray-diagnostics',
  'castray-files',
  'castray-node-detail',
  'castray-node-list',
  'castray-transfers',
  'castray-upload',
] as const;

describe('an attribute that is taken away', () => {
  for (const tag of TAGS) {
    it(`leaves <${tag}> as it was without it`, async () => {
      const element: LitElement = document.createElement(tag);
      const Element = element.constructor as typeof LitElement;
      const values = () =>
        [...Element.elementProperties].map(([name]) => {
          const value: unknown = Reflect.get(element, name);
          return [name, value ?? undefined];
        });
      document.body.append(element);
      try {
        await element.updateComplete;
        const before = values();
        for (const name of Element.observedAttributes) {
          element.setAttribute(name, '');
          element.removeAttribute(name);
          await element.updateComplete;
        }
        expect(values()).to.deep.equal(before);
      } finally {
        element.remove();
      }
    });
  }
});
