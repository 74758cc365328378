// Two pictures, compared as somebody sees them who steps back: the edges of letters differ from machine
// to machine, a colour, a place or a missing part does not.
import { readFile } from 'node:fs/promises';

/** Pixels on a side that are seen as one. */
const CELL = 6;
/** Cells on a side of a block, which is judged by itself: in a whole sheet a missing icon is nothing. */
const BLOCK = 5;

/** Of the browser that drew the pictures in docs/looks. */
export const MADE_BY = new URL('../../../docs/looks/browser.txt', import.meta.url);

/**
 * How far two pictures differ, measured in a browser: the difference of their heights as a share, the mean
 * of all cells, the share of cells that differ clearly, and the block that differs most, with its place in
 * the picture in px. 0 means the same.
 */
export async function difference(page, kept, fresh) {
  return page.evaluate(
    async ([cell, block, ...sources]) => {
      const images = await Promise.all(
        sources.map(async (source) =>
          createImageBitmap(await (await fetch(`data:image/webp;base64,${source}`)).blob()),
        ),
      );
      const [one, other] = images;
      const width = Math.floor(Math.min(one.width, other.width) / cell);
      const height = Math.floor(Math.min(one.height, other.height) / cell);
      const [a, b] = images.map((image) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        const part = [0, 0, width * cell, height * cell];
        context.drawImage(image, ...part, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      });
      const across = Math.ceil(width / block);
      const blocks = new Float64Array(across * Math.ceil(height / block));
      let sum = 0;
      let clear = 0;
      for (let i = 0; i < width * height; i += 1) {
        const far = Math.max(
          ...[0, 1, 2].map((channel) => Math.abs(a[4 * i + channel] - b[4 * i + channel])),
        );
        sum += far;
        if (far > 48) clear += 1;
        const [x, y] = [i % width, Math.floor(i / width)];
        blocks[Math.floor(y / block) * across + Math.floor(x / block)] += far / 255 / block ** 2;
      }
      const cells = width * height;
      const worst = blocks.reduce((at, value, i) => (value > blocks[at] ? i : at), 0);
      const place = [worst % across, Math.floor(worst / across)].map((n) => n * block * cell);
      return {
        height: Math.abs(one.height - other.height) / one.height,
        mean: sum / cells / 255,
        clear: clear / cells,
        block: blocks[worst],
        place,
      };
    },
    [CELL, BLOCK, kept.toString('base64'), fresh.toString('base64')],
  );
}

/**
 * What is let pass. From a browser of the same version nothing that a person could see: two runs do not
 * differ at all, and a missing bar of a meter makes 0.025 in its block. From another one, other edges of
 * letters, but no other colours, and nothing large that is not in its place.
 */
export function isAlike({ height, mean, clear, block }, isSameBrowser = false) {
  return height < 0.01 && mean < 0.02 && clear < 0.01 && (!isSameBrowser || block < 0.012);
}

/** Whether the pictures in docs/looks were drawn by this version. */
export async function drewTheLooks(page) {
  const version = page.context().browser().version();
  return (await readFile(MADE_BY, 'utf8')).trim() === version;
}
