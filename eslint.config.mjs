import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// The layers of src/, lowest first: what a folder may not import. `types` may be imported as types.
const LAYERS = {
  model: { never: 'connection|store|context|elements|define|text|theme', packages: 'lit|@lit' },
  connection: { never: 'store|context|elements|define|text|theme', packages: 'lit|@lit' },
  store: { never: 'context|elements|define|text|theme', packages: 'lit|@lit' },
  context: { never: 'elements|define|text|theme' },
  text: { never: 'context|elements|define|theme', types: 'connection|store' },
  theme: { never: 'model|connection|store|context|elements|define|text' },
  elements: { never: 'define', types: 'connection' },
  'elements/castray-provider': { never: 'define' }, // it reads addresses, by the parsers there
};

const NOT_IN_SRC = [
  {
    group: ['lit/directives/unsafe-*', 'lit-html/**', 'lit/static-html.js', '@open-wc/*', 'sinon'],
    message: 'No unsafe templates and no test tools in the product.',
  },
  {
    group: ['lit/directives/style-map.js'],
    message: "styleMap breaks style-src 'self': use element.style.setProperty.",
  },
];

const folders = (names) => `^(\\.{1,2}/)+(${names})/`;

function importRules({ never, types, packages }) {
  const patterns = [...NOT_IN_SRC];
  if (never) patterns.push({ regex: folders(never), message: 'Imports go down the layers only.' });
  if (packages) patterns.push({ regex: `^(${packages})(/|$)`, message: 'This layer has no DOM.' });
  if (types)
    patterns.push({
      regex: folders(types),
      allowTypeImports: true,
      message: 'Of this layer only the types.',
    });
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

// What TypeScript or a template allows and this project does not.
const LANGUAGE = [
  { selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
  { selector: 'TSModuleDeclaration[kind!="global"]', message: 'Modules, not namespaces.' },
  { selector: 'TSParameterProperty', message: 'Declare the field.' },
  {
    selector: 'PropertyDefinition[accessibility="private"][decorators.length=0]',
    message: '#name; `private _name` only under a Lit decorator.',
  },
  { selector: 'MethodDefinition[accessibility="private"]', message: '#name.' },
];

const SRC = [
  ...LANGUAGE,
  { selector: 'ImportExpression', message: 'The classic bundle cannot be split.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Markup only through Lit templates.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    message: 'Markup only through Lit templates.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\s\\.(inner|outer)HTML\\s*=/]',
    message: 'Markup only through Lit templates.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: "A style attribute breaks style-src 'self'.",
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/]',
    message: "A style element breaks style-src 'self': static styles.",
  },
];

const IN_ELEMENTS = [
  ...SRC,
  {
    // letters between two tags, or in an attribute that is read out
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/>[^<>]*\\p{L}{2,}[^<>]*<|\\s(aria-label|aria-description|title|placeholder|alt)\\s*=\\s*"[^"]*\\p{L}/u]',
    message: 'Sentences for people stand in src/text.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/:[^;{}]*(#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\()(?=[^{};]*[;}])/i]',
    message: 'Colours stand in src/theme.',
  },
];

const TESTS = [
  ...LANGUAGE,
  {
    selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
    message: 'await expect(el).to.be.accessible()',
  },
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|before|after)$/][property.name=/^(skip|only)$/]',
    message: 'Every test runs.',
  },
  {
    selector: 'ImportSpecifier[imported.name="aTimeout"]',
    message: 'Wait for the condition, not for time.',
  },
  {
    selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
    message: 'Wait for the condition, not for time.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'Wait for the condition, not for time.',
  },
];

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'test/shots']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    // callbacks of page.evaluate run in the page
    files: ['test/e2e/**/*.mjs', 'test/{bench,soak}/*.mjs', 'docs/screenshots.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  { files: ['test/e2e/**/*.e2e.mjs'], rules: { 'no-restricted-syntax': ['error', ...TESTS] } },
  {
    files: ['demo/pages/**/*.{js,mjs}'],
    languageOptions: { globals: globals.browser },
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  { files: ['demo/pages/**/*.js'], languageOptions: { sourceType: 'script' } },
  {
    files: ['test/{bench,soak}/*.js'],
    languageOptions: { globals: { ...globals.browser, bench: 'writable' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/unbound-method': 'off', // Lit binds listeners: @click=${this.#onClick}
      'no-control-regex': 'off', // names from the network are stripped of them
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } }, // an empty string is no name
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      'wc/guard-super-call': 'off', // LitElement has every lifecycle callback
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/lifecycle-super': 'error',
      // tsconfig's useDefineForClassFields is off: a field's value is assigned, through Lit's accessor
      'lit/no-classfield-shadowing': 'off',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/value-after-constraints': 'error',
      'no-restricted-syntax': ['error', ...SRC],
      ...importRules({}),
    },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...IN_ELEMENTS],
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({
          name,
          message: 'Elements never reach the network: src/connection does.',
        })),
      ],
    },
  },
  ...Object.entries(LAYERS).map(([folder, layer]) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: importRules(layer),
  })),
  {
    files: ['src/core.ts'],
    rules: importRules({ never: 'context|elements|define|text|theme', packages: 'lit|@lit' }),
  },
  {
    files: ['test/**/*.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // expect(x).to.be.true
      '@typescript-eslint/require-await': 'off',
      // semantic-dom-diff types expect().to.equal() as a Promise: the rule would flag every assertion
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': ['error', ...TESTS],
    },
  },
);
