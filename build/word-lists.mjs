// Plugin of the analyzer: writes out the types that are made from a list of words, as
// `type Theme = (typeof THEMES)[number]` is, so that editors offer the words and docs/api.md has them.
import ts from 'typescript';

const NAME = /\b[A-Z]\w+\b/g;

export const wordLists = {
  name: 'word-lists',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const words = listsOf();
    for (const { declarations = [] } of modules)
      for (const { attributes = [], members = [] } of declarations)
        for (const { type } of [...attributes, ...members])
          if (type) type.text = type.text.replace(NAME, (name) => words.get(name) ?? name);
  },
};

/** Name of a type → its words as a union, in the order of the list. */
function listsOf() {
  const { config } = ts.readConfigFile('src/tsconfig.build.json', ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    ts.sys.resolvePath('src'),
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const found = new Map();
  for (const { fileName, statements } of program.getSourceFiles()) {
    if (!fileNames.includes(fileName)) continue;
    for (const { name, type } of statements.filter(ts.isTypeAliasDeclaration)) {
      if (!ts.isIndexedAccessTypeNode(type)) continue;
      const list = checker.getTypeFromTypeNode(type.objectType);
      if (!checker.isTupleType(list)) continue;
      const union = checker
        .getTypeArguments(list)
        .map(({ value }) => `'${value}'`)
        .join(' | ');
      if (found.has(name.text)) throw new Error(`two lists of words are called ${name.text}`);
      found.set(name.text, union);
    }
  }
  return found;
}
