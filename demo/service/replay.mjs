/**
 * Plays what was captured at the real service: frames of /ws (.ndjson), an answer of REST (.json), or
 * both. Frames come as they were, byte by byte; after the last one it starts anew.
 */
import { readFileSync } from 'node:fs';
import { clusterFrame, dashboardAnswer, recordsFor } from './messages.mjs';

/** A file that is no capture; the message is a sentence for people. */
export class CaptureError extends Error {}

/**
 * @param {string | readonly string[]} files an .ndjson of frames, a .json of REST, or one of each
 * @returns {import('./sources.mjs').Source}
 * @throws {CaptureError} where a file is absent or is no capture
 */
export function replaySource(files) {
  const read = [files].flat().map(readCapture);
  const answer = read.find((capture) => capture.answer)?.answer;
  const frames = read.flatMap((capture) => capture.frames);
  if (frames.length === 0 && answer) frames.push(frameOfAnswer(answer));

  const names = trueNames([...frames.flatMap(({ nodes }) => nodes), ...(answer?.data.nodes ?? [])]);
  let at = 0;
  return {
    step: () => (at = (at + 1) % frames.length),
    frame: () => frames[at].text,
    nodes: () => answer?.data.nodes ?? frames[at].nodes,
    dashboard() {
      if (answer) return answer;
      const { nodes } = frames[at];
      return dashboardAnswer({ nodes, records: recordsFor(nodes, names) });
    },
  };
}

function readCapture(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CaptureError(`${file} cannot be read`);
  }
  const frames = text.split('\n').map(frameOfLine).filter(Boolean);
  if (frames.length > 0) return { frames };
  const answer = parsed(text);
  if (Array.isArray(answer?.data?.nodes)) return { answer, frames: [] };
  throw new CaptureError(`${file} holds neither frames of /ws nor an answer of /api/ray-dashboard`);
}

/** `pong` lines and empty ones are no frames: they are left out. */
function frameOfLine(text) {
  const value = parsed(text);
  const isFrame = value?.type === 'cluster_status' && Array.isArray(value.data?.nodes);
  return isFrame ? { text, nodes: value.data.nodes } : undefined;
}

function frameOfAnswer({ data: { nodes } }) {
  return { text: JSON.stringify(clusterFrame(nodes)), nodes };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A frame that shows a node as `node:IP` does not tell its name; another one mostly does. */
function trueNames(nodes) {
  return new Map(
    nodes
      .filter((node) => typeof node?.name === 'string' && !node.name.startsWith('node:'))
      .map(({ nodeId, name }) => [nodeId, name]),
  );
}
