// `npm run docs`: docs/api.md from the manifest. With --check, only says whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { elementsOf } from './manifest.mjs';

const PAGE = 'docs/api.md';
const elements = elementsOf(JSON.parse(await readFile('dist/custom-elements.json', 'utf8')));

const page = await format(
  `# The elements

Made from \`dist/custom-elements.json\` by \`npm run docs\`. Do not edit it: edit the docblocks in \`src/elements/\`.
Words around it are in [README.md](../README.md) and [embedding.md](embedding.md).

${elements.map(section).join('\n\n')}
`,
  { ...(await resolveConfig(PAGE)), parser: 'markdown' },
);

if (!process.argv.includes('--check')) await writeFile(PAGE, page);
else if ((await readFile(PAGE, 'utf8')) !== page) {
  console.error(`${PAGE} is not current: npm run docs`);
  process.exitCode = 1;
}

function section({ tagName, name, description, attributes, members, events, ...rest }) {
  const byAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const more = members.filter(({ name: member }) => !byAttribute.has(member));
  return [
    `## \`<${tagName}>\``,
    `Class \`${name}\`. ${description ?? ''}`,
    table(
      ['attribute', 'property', 'type', 'meaning'],
      attributes.map((one) => [code(one.name), code(one.fieldName), type(one), text(one)]),
    ),
    table(
      ['member', 'type', 'meaning'],
      more.map((one) => [
        code(one.kind === 'method' ? `${one.name}()` : one.name),
        one.kind === 'method' ? 'method' : type(one),
        text(one),
      ]),
    ),
    table(
      ['event', 'type', 'meaning'],
      events.map((one) => [code(one.name), type(one), text(one)]),
    ),
    table(
      ['slot', 'meaning'],
      rest.slots.map((one) => [one.name ? code(one.name) : '(default)', text(one)]),
    ),
    table(
      ['part', 'meaning'],
      rest.cssParts.map((one) => [code(one.name), text(one)]),
    ),
    table(
      ['custom property', 'meaning'],
      rest.cssProperties.map((one) => [code(one.name), text(one)]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function table(heads, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(words) {
  return `\`${words.replaceAll('|', '\\|')}\``;
}

function type(one) {
  return one.type?.text ? code(one.type.text) : '';
}

function text({ description = '' }) {
  return description.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
