import { Catalogue, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';
import { helpSentences } from './help.js';

/** What is said of a cluster as a whole. */
export const summaryCatalogue = new Catalogue({ ...commonSentences, ...helpSentences });

export type SummaryMessages = Spoken<typeof summaryCatalogue>;
