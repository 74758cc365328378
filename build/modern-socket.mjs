// reconnecting-websocket as it is needed here, from its own TypeScript source.
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/**
 * The library is published for ES5, with helpers for what browsers have had for years, and a bundler
 * cannot drop the methods of a class that nobody calls. Its own TypeScript source is in the same package:
 * compiled for today, and without what src/connection/live-socket.ts has no use for, the same code is
 * 1.3 KiB shorter.
 */
export const modernSocket = {
  name: 'modern-socket',
  async resolveId(source, importer, options) {
    if (source !== 'reconnecting-websocket') return null;
    const published = await this.resolve(source, importer, { ...options, skipSelf: true });
    return published && resolve(dirname(published.id), '..', `${source}.ts`);
  },
  transform(code, id) {
    if (!id.includes('/reconnecting-websocket/') || !id.endsWith('.ts')) return null;
    const compilerOptions = { target: 'ES2022', module: 'ES2022', sourceMap: true };
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      compilerOptions,
      transformers: { before: [withoutWait, withoutMembers(UNUSED)] },
    });
    return { code: outputText, map: JSON.parse(sourceMapText) };
  },
};

const UNUSED = new Set([
  ...['binaryType', 'retryCount', 'bufferedAmount', 'extensions', 'protocol', 'readyState', 'url'],
  ...['reconnect', 'addEventListener', 'dispatchEvent', 'removeEventListener'],
  ...['_wait', '_getNextDelay'],
]);

/** A TypeScript transformer that leaves out class members by name. */
const withoutMembers = (names) => (context) => (file) => {
  const visit = (node) =>
    ts.isClassElement(node) && node.name && names.has(node.name.text)
      ? undefined
      : ts.visitEachChild(node, visit, context);
  return ts.visitNode(file, visit);
};

/**
 * A TypeScript transformer: the library waits before each attempt, before the first one with a timer of
 * 0 ms, which on a page that is being set up comes only after its first picture. There is but one attempt
 * here, so that the handshake may go on beside that picture.
 */
const withoutWait = (context) => (file) => {
  const { factory } = context;
  const isWait = (node) =>
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === '_wait';
  const resolved = factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier('Promise'), 'resolve'),
    undefined,
    [],
  );
  const visit = (node) => (isWait(node) ? resolved : ts.visitEachChild(node, visit, context));
  return ts.visitNode(file, visit);
};
