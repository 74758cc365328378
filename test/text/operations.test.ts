import { expect } from '@open-wc/testing';
import { commonCatalogue } from '../../src/text/common.js';
import { diagnosticsCatalogue } from '../../src/text/diagnostics.js';
import { filesCatalogue } from '../../src/text/files.js';
import { transfersCatalogue } from '../../src/text/transfers.js';
import { uploadsCatalogue } from '../../src/text/uploads.js';

type Tree = Readonly<Record<string, unknown>>;
type Sentence = (...parts: unknown[]) => string;

const FACTS = {
  ...{ setting: 'SETTING', also: 'SETTING' },
  ...{ rightAddress: 'ADDRESS', replacedAddress: 'ADDRESS', origin: 'ADDRESS' },
  ...{ count: 'N', onlyRest: 'N', onlySocket: 'N' },
};

/** Every sentence of a tree, with its path; `put` stands for what is put into it. */
function sentences(tree: unknown, put: unknown = '…', path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree === 'function') return [[path, (tree as Sentence)(put, put, put)]];
  return Object.entries(tree as Tree).flatMap(([key, branch]) =>
    sentences(branch, put, `${path}.${key}`),
  );
}

describe('the manual for whoever runs it', () => {
  let manual: string;

  /** Without what is Markdown's. */
  const plain = (text: string) => text.replace(/[`\\]/g, '').replace(/\s+/g, ' ');

  before(async () => {
    manual = plain(await (await fetch('/docs/operations.md')).text());
  });

  const common = commonCatalogue.in('en');
  const files = filesCatalogue.in('en').files;
  const { transfers, sending } = transfersCatalogue.in('en');
  const { uploads } = uploadsCatalogue.in('en');
  const figures = ['.mean', '.left', '.files', '.again', '.clear', '.ended'];
  const topics: Record<string, [string, string][]> = {
    'the connection': sentences(common.problems).map(([path, text]) => [
      path,
      text.replace(/([.:] ).*$/, ''),
    ]),
    'refused addresses': sentences(common.refused).map(([path, text]) => [
      path,
      text.replace('refused. ', ''),
    ]),
    'its phases': sentences(common.phases),
    'the doctor': sentences(diagnosticsCatalogue.in('en').diagnosis.findings, FACTS),
    transfers: sentences([
      ...[transfers.faults, transfers.states, transfers.reasons],
      ...[transfers.noCancel, transfers.unread],
    ]),
    uploads: sentences([
      ...[uploads.states, uploads.reasons, uploads.exists, uploads.noNode, uploads.help],
    ]),
    'what both say': sentences(sending).filter(([path]) => !figures.includes(path)),
    files: sentences([
      ...[files.reach, files.byStatus, files.notSaved, files.cannotSave, files.failed, files.old],
      ...[files.preview.empty, files.preview.binary, files.preview.tooLarge, files.preview.blocked],
      ...[files.noFilesHelp, files.folders],
    ]),
  };

  for (const [topic, all] of Object.entries(topics)) {
    it(`says what each message means: ${topic}`, () => {
      expect(all).to.have.lengthOf.above(1);
      const missing = all.filter(([, text]) => !manual.includes(plain(text)));
      expect(missing).to.deep.equal([]);
    });
  }

  it('names the code of every problem', () => {
    for (const code of Object.keys(common.problems)) expect(manual).to.include(` ${code} `);
  });
});
