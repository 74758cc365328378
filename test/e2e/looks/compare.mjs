// Two pictures, compared as somebody sees them who steps back: fonts and their edges differ from
// machine to machine, a colour, a place or a missing part does not.

/** Pixels on a side that are seen as one. */
const CELL = 6;

/**
 * How far two pictures differ, measured in a browser: the difference of their heights as a share, the mean
 * of all cells, and the share of cells that differ clearly. 0 means the same.
 */
export async function difference(page, kept, fresh) {
  return page.evaluate(
    async ([cell, ...sources]) => {
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
      let sum = 0;
      let clear = 0;
      for (let i = 0; i < a.length; i += 4) {
        const far = Math.max(
          ...[0, 1, 2].map((channel) => Math.abs(a[i + channel] - b[i + channel])),
        );
        sum += far;
        if (far > 48) clear += 1;
      }
      const cells = a.length / 4;
      return {
        height: Math.abs(one.height - other.height) / one.height,
        mean: sum / cells / 255,
        clear: clear / cells,
      };
    },
    [CELL, kept.toString('base64'), fresh.toString('base64')],
  );
}

/** What is let pass: other fonts, but no other colours, and nothing that is not in its place. */
export function isAlike({ height, mean, clear }) {
  return height < 0.01 && mean < 0.02 && clear < 0.01;
}
