/**
 * The file server beside CastRay is Python's own, and so is the one here: `python3 -m http.server`.
 * Nothing else has just its listing, its 501 and its lack of CORS.
 */
import { spawn } from 'node:child_process';

// ends when the pipe from us does: however we end, it is not left over
const ENDS_WITH_US = `
import os, runpy, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
`;
const SERVER = `${ENDS_WITH_US}
runpy.run_module('http.server', run_name='__main__', alter_sys=True)
`;

// the same, but every page may read what it serves; with the same words of where it listens
const READABLE_SERVER = `${ENDS_WITH_US}
import functools, http.server
class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header('Access-Control-Allow-Origin', '*')
        super().end_headers()
port, folder = int(sys.argv[1]), sys.argv[5]
server = http.server.ThreadingHTTPServer(('127.0.0.1', port), functools.partial(Handler, directory=folder))
print('port', server.server_address[1])
server.serve_forever()
`;

/**
 * @param {{ folder: string, port?: number, cors?: boolean }} options `port` 0, the default: any that
 *   is free; `cors`: pages may read it
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} once it answers;
 *   rejects, in plain words, where there is no Python or the port is taken
 */
export async function startFileServer({ folder, port = 0, cors = false }) {
  const flags = [String(port), '--bind', '127.0.0.1', '--directory', folder];
  const server = spawn('python3', ['-u', '-c', cors ? READABLE_SERVER : SERVER, ...flags]);
  const ended = new Promise((resolve) => {
    server.once('close', resolve);
    server.once('error', resolve);
  });

  async function close() {
    server.kill('SIGTERM');
    await ended;
  }

  try {
    const found = await portOf(server);
    return { url: `http://127.0.0.1:${found}`, port: found, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Python says where it listens once it does; port 0 is known only from there. */
async function portOf(server) {
  let said = '';
  const announced = new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const port = /port (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    let complaint = '';
    // its log of requests comes the same way, and has to be read so that it does not stand still
    server.stderr.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-2000)));
    server.once('error', () => reject(new Error('there is no python3 for the file server')));
    server.once('close', () => {
      const reason = complaint.trim().split('\n').at(-1);
      // named as Node names it, so that a caller can try the next port
      const code = reason.includes('Address already in use') ? 'EADDRINUSE' : undefined;
      reject(Object.assign(new Error(`the file server ended: ${reason}`), { code }));
    });
  });
  return announced;
}
