import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import sinon from 'sinon';
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

describe('a property that a framework takes away', () => {
  afterEach(() => sinon.restore());

  for (const tag of TAGS) {
    it(`is as if it had never been set, without a word: <${tag}>`, async () => {
      const warn = sinon.stub(console, 'warn');
      const element: LitElement = document.createElement(tag);
      document.body.append(element);
      try {
        for (const nothing of [undefined, null])
          for (const name of (element.constructor as typeof LitElement).elementProperties.keys()) {
            Reflect.set(element, name, nothing);
            await element.updateComplete;
          }
        window.dispatchEvent(new HashChangeEvent('hashchange')); // whatever it throws fails the test
        expect(warn.args).to.deep.equal([]);
      } finally {
        element.remove();
      }
    });
  }
});

describe('a word that is none of those that an attribute takes', () => {
  const LOOKS = {
    theme: 'auto, light, dark, aerial, high-contrast',
    size: 'normal, wall',
    density: 'comfortable, compact',
  };
  const OTHERS = [
    ['castray-files', 'view', 'folder', 'list, folders'],
    ['castray-files', 'sort', 'size down', '[name|type|size|modified] [asc|desc]'],
    ['castray-files', 'actions', 'uplaod', 'upload'],
    ['castray-transfers', 'actions', 'begin', 'start'],
    ['castray-node-list', 'view', 'grid', 'table, cards, map'],
    ['castray-node-list', 'sort', 'cpu desc name', '[name|state|cpu|memory|gpu] [asc|desc]'],
  ] as const;
  const looks = [...TAGS, 'castray-provider' as const].flatMap((tag) =>
    Object.entries(LOOKS).map(([name, words]) => [tag, name, 'larg', words] as const),
  );

  afterEach(() => sinon.restore());

  for (const [tag, name, value, words] of [...looks, ...OTHERS]) {
    it(`is told once, with those that there are: <${tag} ${name}="${value}">`, async () => {
      const warn = sinon.stub(console, 'warn');
      const provider = document.createElement('castray-provider');
      const element: LitElement = document.createElement(tag);
      element.setAttribute(name, value);
      provider.append(element);
      document.body.append(provider);
      try {
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
        expect(warn.args).to.deep.equal([
          [`<${tag}> ${name}="${value}" is not used. Expected: ${words}.`],
        ]);
      } finally {
        provider.remove();
      }
    });
  }
});

describe('`actions`', () => {
  for (const [tag, word, part] of [
    ['castray-files', 'upload', 'upload'],
    ['castray-transfers', 'start', 'card'],
  ] as const) {
    it(`of <${tag}> may have any blanks between their words`, async () => {
      const warn = sinon.stub(console, 'warn');
      const element = document.createElement(tag);
      element.actions = `\n  ${word}\t${word}\n`;
      document.body.append(element);
      try {
        await element.updateComplete;
        expect(element.renderRoot.querySelector(`[part=${part}]`)).not.to.equal(null);
        expect(warn.args).to.deep.equal([]);
      } finally {
        element.remove();
        sinon.restore();
      }
    });
  }
});
