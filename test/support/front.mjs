// The page's own origin as a proxy: /front/PORT/PATH is what 127.0.0.1:PORT answers to /PATH, with 502
// where nothing listens there. /guarded-front/… says 401 unless a cookie says front=in.
import { once } from 'node:events';
import { request } from 'node:http';

const FRONT = /^\/(guarded-)?front\/(\d+)(\/.*)$/;

/** For the test server, ahead of its files. */
export async function front(context, next) {
  const [, isGuarded, port, path] = FRONT.exec(context.url) ?? [];
  if (!path) return next();
  if (isGuarded && context.cookies.get('front') !== 'in') {
    context.status = 401;
    return undefined;
  }
  const { method, headers } = context;
  const onward = request({ host: '127.0.0.1', port, path, method, headers });
  onward.end();
  try {
    const [answer] = await once(onward, 'response');
    context.status = answer.statusCode;
    context.set(answer.headers);
    context.body = answer;
  } catch {
    context.status = 502;
  }
  return undefined;
}
