// Every sentence of a catalogue is said somewhere. That what is said is there, the types see to.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const TEXT = path.resolve('src/text');

/** Where a sentence is written down, by its path in the catalogue. */
function sentencesOf(file, into) {
  const visit = (node, keys) => {
    if (ts.isPropertyAssignment(node)) {
      keys = [...keys, node.name.text];
      const value = ts.isSatisfiesExpression(node.initializer)
        ? node.initializer.expression
        : node.initializer;
      if (ts.isCallExpression(value) && value.expression.getText() === 'both') {
        into.set(node, `${path.basename(file.fileName)}: ${keys.join('.')}`);
      }
    }
    ts.forEachChild(node, (child) => visit(child, keys));
  };
  visit(file, []);
}

/** What a piece of code takes out of an object, as the types tell it: `text.list`, `help[id]`, `{ copied } = text.node`. */
function taken(node, checker) {
  if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)];
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).text;
    return [checker.getTypeAtLocation(node.parent).getProperty(name)];
  }
  if (ts.isVariableDeclaration(node) && node.type && node.initializer)
    return byWord(checker.getTypeAtLocation(node.type), node.initializer, checker);
  if (ts.isCallExpression(node))
    return node.arguments.flatMap((given) =>
      byWord(checker.getContextualType(given), given, checker),
    );
  if (!ts.isElementAccessExpression(node)) return [];
  const type = checker.getApparentType(checker.getTypeAtLocation(node.expression));
  const key = checker.getTypeAtLocation(node.argumentExpression);
  const words = key.isUnion() ? key.types : [key];
  return words.map((word) => word.isStringLiteral() && type.getProperty(word.value));
}

/** What is given as a table that is asked with words, or numbers, that come at run time: `Record<number, string>`. */
function byWord(table, given, checker) {
  const all = checker.getTypeAtLocation(given).getProperties();
  if (table?.getStringIndexType()) return all;
  return table?.getNumberIndexType() ? all.filter(({ name }) => /^\d+$/.test(name)) : [];
}

test('every sentence is said somewhere', () => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ['src'] },
    ts.sys,
    '.',
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const ours = program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile);

  const unsaid = new Map();
  for (const file of ours) if (path.dirname(file.fileName) === TEXT) sentencesOf(file, unsaid);
  assert.ok(unsaid.size > 200, 'the sentences are found');

  const visit = (node) => {
    for (const symbol of taken(node, checker)) {
      for (const declaration of symbol?.declarations ?? []) unsaid.delete(declaration);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of ours) visit(file);
  assert.deepEqual([...unsaid.values()], []);
});
