// Gives tests the demo's CastRay service, each session its own, on loopback ports.
// Commands: castray:start, castray:control, castray:seen, castray:downloaded, castray:stop (see castray.ts).
import { get } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createService } from '../../demo/service/index.mjs';

export function castrayPlugin() {
  /** session id → service id → service */
  const sessions = new Map();
  let lastId = 0;

  const commands = {
    async start(services, options = {}) {
      const service = await createService(options);
      lastId += 1;
      services.set(lastId, service);
      const { apiBase, wsUrl, filesUrl } = service;
      return { id: lastId, apiBase, wsUrl, filesUrl };
    },
    async control(services, { id, verb, payload }) {
      await find(services, id).control(verb, payload);
      return true;
    },
    async seen(services, { id }) {
      return find(services, id).seen();
    },
    async downloaded(services, { id, links }) {
      const { folder } = find(services, id);
      const wrong = [];
      for (const { name, href } of links) {
        const [got, meant] = await Promise.all([
          download(href),
          readFile(path.join(folder.files, name)),
        ]);
        if (!got.equals(meant)) wrong.push(name);
      }
      return wrong;
    },
    async stop(services, { id } = {}) {
      const ids = id === undefined ? [...services.keys()] : [id];
      for (const each of ids) {
        await find(services, each).close();
        services.delete(each);
      }
      return true;
    },
  };

  return {
    name: 'castray',
    async executeCommand({ command, payload, session }) {
      const [prefix, name] = command.split(':');
      if (prefix !== 'castray') return undefined;
      if (!Object.hasOwn(commands, name)) throw new Error(`unknown command ${command}`);
      if (!sessions.has(session.id)) sessions.set(session.id, new Map());
      return commands[name](sessions.get(session.id), payload);
    },
    async serverStop() {
      for (const services of sessions.values()) await commands.stop(services);
    },
  };
}

/** What an address gives, asked for exactly as it is written. */
function download(href) {
  const [, host, port, path] = /^http:\/\/(127\.0\.0\.1):(\d+)(\/.*)$/.exec(href);
  return new Promise((resolve, reject) => {
    get({ host, port, path }, (response) => resolve(buffer(response))).once('error', reject);
  });
}

function find(services, id) {
  const service = services.get(id);
  if (!service) throw new Error(`no service ${id} in this session`);
  return service;
}
