/**
 * Where the page heard nothing for longer than this, in ms, nobody saw what happened meanwhile, nor when:
 * it slept, or was paused or hidden. Shorter, it may have missed ten frames, or three answers of REST.
 */
export const SILENCE = 30_000;
