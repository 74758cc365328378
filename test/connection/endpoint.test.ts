import { expect } from '@open-wc/testing';
import { resolveEndpoint } from '../../src/connection/endpoint.js';

const PAGE = 'https://campus.example/tools/page.html';
const api = (apiBase: unknown, page = PAGE) => resolveEndpoint({ apiBase }, {}, page).apiBase;
const ws = (wsUrl: unknown, page = PAGE) => resolveEndpoint({ wsUrl }, {}, page).wsUrl;

describe('addresses', () => {
  it('come from the attribute, else from appConfig', () => {
    const appConfig = {
      castrayApiBase: 'http://config:8000',
      castrayWsUrl: 'ws://config:8000/live',
      fileServerUrl: 'http://config:8001',
    };
    const { apiBase, wsUrl, fileServerUrl } = resolveEndpoint(
      { apiBase: 'http://attribute:1', fileServerUrl: '' },
      appConfig,
      PAGE,
    );
    expect(apiBase).to.deep.equal({ url: 'http://attribute:1', source: 'attribute' });
    expect(wsUrl).to.deep.equal({ url: 'ws://config:8000/live', source: 'appConfig' });
    expect(fileServerUrl).to.deep.equal({ url: 'http://config:8001', source: 'appConfig' });
  });

  it('derive the WebSocket from REST, with its path prefix and its security', () => {
    const derived = (apiBase: string) => resolveEndpoint({ apiBase }, {}, PAGE).wsUrl;
    expect(derived('http://host:8000')).to.deep.equal({
      url: 'ws://host:8000/ws',
      source: 'derived',
    });
    expect(derived('https://host/castray/').url).to.equal('wss://host/castray/ws');
    expect(derived('http://http.example/http').url).to.equal('ws://http.example/http/ws');
  });

  it('are relative to the page', () => {
    expect(api('/castray').url).to.equal('https://campus.example/castray');
    expect(api('castray').url).to.equal('https://campus.example/tools/castray');
    expect(api('//other.example:81/x').url).to.equal('https://other.example:81/x');
    expect(ws('/ws').url).to.equal('wss://campus.example/ws');
    expect(ws('/ws', 'http://127.0.0.1:8080/').url).to.equal('ws://127.0.0.1:8080/ws');
    expect(api('/castray', 'about:blank')).to.include({ url: undefined, fault: 'not-a-url' });
  });

  it('lose trailing slashes and fragment', () => {
    expect(api('http://host:8000///').url).to.equal('http://host:8000');
    expect(api('http://host/a/b/#y').url).to.equal('http://host/a/b');
    expect(ws('ws://host/ws/?').url).to.equal('ws://host/ws');
  });

  it('with a query are refused, since without it they may be another cluster’s', () => {
    const [given, refused] = ['ws://host/ws', { url: undefined, fault: 'query' }];
    expect(ws(`${given}?cluster=alpha`)).to.include({ ...refused, given });
    expect(api('/castray?x=1')).to.include({ ...refused, given: '/castray' });
  });

  it('at a port that browsers forbid are refused, and not at the ports beside it', () => {
    const given = 'http://host:6666';
    expect(api(given)).to.include({ url: undefined, fault: 'port', given });
    expect(ws('wss://host:10080/ws')).to.include({ url: undefined, fault: 'port' });
    expect(resolveEndpoint({ apiBase: given }, {}, PAGE).wsUrl.source).to.equal('none');
    const ports = Array.from({ length: 65_536 - 1024 }, (_none, n) => n + 1024);
    expect(ports.filter((port) => api(`http://host:${port}`).fault)).to.deep.equal([
      ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
      ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
    ]);
  });

  it('are none where nothing, or nothing but blanks, is given', () => {
    for (const nothing of [undefined, null, '', '  \n']) {
      const { apiBase, wsUrl } = resolveEndpoint({ apiBase: nothing }, {}, PAGE);
      expect(apiBase).to.deep.equal({ url: undefined, source: 'none' });
      expect(wsUrl.source).to.equal('none');
    }
  });

  it('of other schemes are refused', () => {
    for (const given of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'blob:https://host/x',
      'ftp://host',
      'ws://host/ws',
    ]) {
      expect(api(given), given).to.deep.equal({
        url: undefined,
        source: 'attribute',
        fault: 'scheme',
        given,
      });
    }
    expect(ws('javascript:alert(1)')).to.include({ url: undefined, fault: 'scheme' });
  });

  it('without a scheme are refused where they name a port, and are no path of the page', () => {
    for (const given of [
      '127.0.0.1:8000',
      'localhost:8000/ray',
      '[::1]:8000',
      'castray.lan:8000',
    ]) {
      expect(api(given), given).to.include({ url: undefined, fault: 'scheme' });
      expect(ws(given), given).to.include({ url: undefined, fault: 'scheme' });
    }
    expect(api('castray/at:8000').url, 'a path').to.match(/\/castray\/at:8000$/);
  });

  it('with a mistake in their scheme are refused, and are no path of the page', () => {
    const page = 'http://127.0.0.1:8080/page.html';
    for (const given of [
      ...[
        'http:/127.0.0.1:9',
        'http:127.0.0.1:9',
        'http:castray',
        'https:\\\\host',
        'http//host:8000',
      ],
      ...[
        'https//host',
        'HTTP//host',
        'ws//host/ws',
        'wss//host',
        'ht!tp://::',
        '://host',
        ':8000',
      ],
    ]) {
      for (const find of [api, ws]) {
        expect(find(given, page), given).to.include({ url: undefined, fault: 'scheme', given });
      }
    }
    expect(api('httpd//x', page).url, 'a path').to.equal('http://127.0.0.1:8080/httpd//x');
    expect(api('/http://x', page).url, 'a path').to.equal('http://127.0.0.1:8080/http://x');
  });

  it('that are a sentence, or what a script did not have, are refused', () => {
    for (const given of [
      ...['not a url', 'cast ray/x', '/cast\tray', 'http://host/a b', '[object Object]'],
      ...['undefined', 'null', 'NaN', 'undefined/castray'],
    ]) {
      for (const find of [api, ws]) {
        expect(find(given), given).to.include({ url: undefined, fault: 'not-a-url', given });
      }
    }
    for (const path of ['null-island', './undefined', '/null'])
      expect(api(path).url, 'a path').to.match(/^https:/);
  });

  it('that are no URL, or no text, are refused', () => {
    expect(api('http://')).to.include({ url: undefined, fault: 'not-a-url' });
    expect(api('http://host:99999')).to.include({ fault: 'not-a-url' });
    for (const given of [8000, true, {}, ['http://host'], () => 'http://host']) {
      expect(api(given)).to.include({ url: undefined, fault: 'not-a-url', given: typeof given });
    }
  });

  it('with credentials are refused, and the credentials are never said again', () => {
    for (const given of [
      'http://user:secret@host:8000',
      'http://:secret@host',
      'http:\\\\user:secret@host',
      'HTTP:user:secret@host',
      '//user:secret@host/x',
      'http://user:sec/ret@host',
      'ftp://user:secret@host',
    ]) {
      for (const address of [api(given), ws(given)]) {
        expect(address.url, given).to.be.undefined;
        expect(address.fault, given).not.to.be.undefined;
        expect(address.given, given).not.to.match(/sec|ret@|user/);
      }
    }
    expect(api('http://user:secret@host:8000')).to.include({
      fault: 'credentials',
      given: 'http://…@host:8000',
    });
  });

  it('that are refused are said again without query and fragment, in which there may be a token', () => {
    expect(api('localhost:9/ws?token=secret').given).to.equal('localhost:9/ws');
    expect(ws('foo://h/#secret').given).to.equal('foo://h/');
  });

  it('that are refused leave the others as they are, and nothing is derived from them', () => {
    const { apiBase, wsUrl } = resolveEndpoint(
      { apiBase: 'http://host', wsUrl: 'http://a:b@host' },
      { castrayWsUrl: 'ws://config/ws' },
      PAGE,
    );
    expect(apiBase.url).to.equal('http://host');
    expect(wsUrl, 'the wrong one is not silently replaced').to.include({
      url: undefined,
      fault: 'credentials',
    });
    expect(resolveEndpoint({ apiBase: 'data:,x' }, {}, PAGE).wsUrl.source).to.equal('none');
  });
});
