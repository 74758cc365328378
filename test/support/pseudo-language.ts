import type { Translation } from '../../src/text/add-language.js';
import { summaryCatalogue } from '../../src/text/cluster-summary.js';
import { commonCatalogue } from '../../src/text/common.js';
import { connectionCatalogue } from '../../src/text/connection.js';
import { nodeDetailCatalogue } from '../../src/text/node-detail.js';
import { diagnosticsCatalogue } from '../../src/text/diagnostics.js';
import { filesCatalogue } from '../../src/text/files.js';
import { nodesCatalogue } from '../../src/text/nodes.js';
import { transfersCatalogue } from '../../src/text/transfers.js';
import { uploadsCatalogue } from '../../src/text/uploads.js';

/** Every topic; a sentence of English that still shows under the pseudo-language is in none of them. */
export const CATALOGUES = [
  commonCatalogue,
  connectionCatalogue,
  diagnosticsCatalogue,
  filesCatalogue,
  summaryCatalogue,
  nodesCatalogue,
  nodeDetailCatalogue,
  transfersCatalogue,
  uploadsCatalogue,
];

/** Every sentence there is, 40 % longer, in words of the usual length, between brackets. */
export function pseudoLanguage(): Translation {
  const topics = CATALOGUES.map((catalogue) => longer(catalogue.in('en')) as Translation);
  return topics.reduce((all, topic) => ({ ...all, ...topic }));
}

function longer(said: unknown): unknown {
  if (typeof said === 'string') return lengthen(said);
  if (typeof said === 'function') {
    return (...parts: unknown[]) => lengthen((said as (...parts: unknown[]) => string)(...parts));
  }
  return Object.fromEntries(
    Object.entries(said as object).map(([key, branch]) => [key, longer(branch)]),
  );
}

function lengthen(text: string): string {
  const more = Math.max(1, Math.ceil(text.length * 0.4) - 2);
  return `⟦${text} ${'lörem ipsüm '.repeat(more).slice(0, more).trim()}⟧`;
}
