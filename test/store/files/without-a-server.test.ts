import { expect } from '@open-wc/testing';
import { NO_ACCESS } from '../../../src/connection/access.js';
import { FakeClock } from '../../support/fake-clock.js';
import { resolveEndpoint } from '../../../src/connection/endpoint.js';
import { FileCatalogue } from '../../../src/store/files/file-catalogue.js';

describe('files whose server a page takes away', () => {
  it('are not looked for on the page’s own origin', async () => {
    const files = new FileCatalogue(() => NO_ACCESS, new FakeClock());
    const server = { apiBase: 'http://127.0.0.1:1', fileServerUrl: location.origin };
    // any file of the page's own: it would be found
    const segments = new URL(import.meta.url).pathname.split('/').slice(1);
    const download = () => files.download(segments, new AbortController().signal);

    files.configure(resolveEndpoint(server, {}, location.href));
    expect((await download()).ok).to.equal(true);

    files.configure(resolveEndpoint({ apiBase: server.apiBase }, {}, location.href));
    const result = await download();
    expect(!result.ok && result.problem.code).to.equal('unreachable');
  });
});
