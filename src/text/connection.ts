import { both, Catalogue, type Spoken } from './catalogue.js';
import { commonSentences } from './common.js';

/** What `<castray-connection>` says. */
export const connectionCatalogue = new Catalogue({
  ...commonSentences,
  connection: {
    /** The cluster's name may be empty. */
    title: both(
      (cluster: string) => (cluster ? `Connection of ${cluster}` : 'Connection'),
      (cluster) => (cluster ? `${cluster} 的连接` : '连接'),
    ),
    /** The title, the phase, and what is wrong, which may be empty. */
    announced: both(
      (title: string, phase: string, cause: string) => `${title}: ${phase}${cause && `. ${cause}`}`,
      (title, phase, cause) => `${title}：${phase}${cause && `。${cause}`}`,
    ),
    roundTrip: both(
      (time: string) => `round trip ${time}`,
      (time) => `往返 ${time}`,
    ),
    /** Which attempt, and the seconds until it. */
    attempt: both(
      (n: number, wait: string) => `attempt ${n} ${wait === '0' ? 'now' : `in ${wait} s`}`,
      (n, wait) => (wait === '0' ? `正在第 ${n} 次尝试` : `${wait} 秒后第 ${n} 次尝试`),
    ),
    log: both('Log', '记录'),
  },
});

export type ConnectionMessages = Spoken<typeof connectionCatalogue>;
