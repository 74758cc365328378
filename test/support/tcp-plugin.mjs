// Gives tests the TCP fault server, each session its own, on loopback ports.
// Commands: tcp:start, tcp:control, tcp:stop (see tcp.ts).
import { createTcpFaultServer } from '../faults/tcp-fault-server.mjs';

export function tcpPlugin() {
  /** session id → server's port → server */
  const sessions = new Map();

  const commands = {
    async start(servers, options) {
      const server = await createTcpFaultServer(options);
      servers.set(server.port, server);
      return { port: server.port };
    },
    async control(servers, { port, verb, payload }) {
      await find(servers, port).control(verb, payload);
      return true;
    },
    async stop(servers, { port } = {}) {
      const ports = port === undefined ? [...servers.keys()] : [port];
      for (const each of ports) {
        await find(servers, each).close();
        servers.delete(each);
      }
      return true;
    },
  };

  return {
    name: 'tcp',
    async executeCommand({ command, payload, session }) {
      const [prefix, name] = command.split(':');
      if (prefix !== 'tcp') return undefined;
      if (!Object.hasOwn(commands, name)) throw new Error(`unknown command ${command}`);
      if (!sessions.has(session.id)) sessions.set(session.id, new Map());
      return commands[name](sessions.get(session.id), payload);
    },
    async serverStop() {
      for (const servers of sessions.values()) await commands.stop(servers);
    },
  };
}

function find(servers, port) {
  const server = servers.get(port);
  if (!server) throw new Error(`no TCP server on ${port} in this session`);
  return server;
}
