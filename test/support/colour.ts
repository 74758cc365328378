/** Red, green and blue as light: linear, 0–1. */
export type Light = readonly [red: number, green: number, blue: number];

type Matrix = readonly [Light, Light, Light];

/** What readers see of it: G. M. Machado et al., 2009, at full severity, on linear light. */
export const SIGHT: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Of a computed colour, `rgb(…)`. */
export function lightOf(computed: string): Light {
  const [red, green, blue] = (computed.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red!, green!, blue!];
}

/** WCAG's ratio, 1–21. */
export function contrast(one: Light, other: Light): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(light: Light): number {
  return dot([0.2126, 0.7152, 0.0722], light);
}

/** CIE 1976: some 2 is the least that anybody notices, 10 is seen at a glance. */
export function difference(one: Light, other: Light, sight: Matrix): number {
  const [a, b] = [one, other].map((light) => lab(through(sight, light)));
  return Math.hypot(a![0] - b![0], a![1] - b![1], a![2] - b![2]);
}

const WHITE: Light = [0.95047, 1, 1.08883];
const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

function lab(light: Light): Light {
  const [x, y, z] = through(TO_XYZ, light).map((value, i) => {
    const share = value / WHITE[i]!;
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
  });
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
}

function through([x, y, z]: Matrix, light: Light): Light {
  return [clamped(dot(x, light)), clamped(dot(y, light)), clamped(dot(z, light))];
}

function dot(a: Light, b: Light): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function clamped(value: number): number {
  return Math.min(1.1, Math.max(0, value));
}
