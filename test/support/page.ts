import { executeServerCommand } from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** The engine that this test runs in. */
export const engine: Engine = navigator.userAgent.includes('Chrome/')
  ? 'chromium'
  : navigator.userAgent.includes('Firefox/')
    ? 'firefox'
    : 'webkit';

/**
 * The looks in which axe judges an element: names, roles and colours are the same in every engine, so
 * that one engine sees all of them, and the others one. test/e2e/looks.e2e.mjs has the presets.
 */
export const AXE_THEMES =
  engine === 'chromium' ? (['light', 'dark'] as const) : (['light'] as const);
export const AXE_LANGUAGES = engine === 'chromium' ? ['en', 'zh-CN'] : ['zh-CN'];

/** Sizes the page, in CSS pixels; WebKitGTK is never narrower than about 447. */
export async function setViewport(size: { width: number; height: number }): Promise<void> {
  await executeServerCommand('page:viewport', size);
}

/**
 * Emulates media features by name, for example `{'forced-colors': 'active'}`, until told otherwise;
 * none for `{}`. Chromium only: the other engines reject.
 */
export async function setMedia(features: Record<string, string>): Promise<void> {
  const done = await executeServerCommand<boolean, Record<string, string>>('page:media', features);
  if (!done) throw new Error(`${engine} cannot emulate media features`);
}

/** Puts a finger on a place of the page, in px, and lifts it with no place. Chromium only: the other engines reject. */
export async function touch(at?: { x: number; y: number }): Promise<void> {
  const done = await executeServerCommand<boolean, { type: string; x?: number; y?: number }>(
    'page:touch',
    at ? { type: 'start', ...at } : { type: 'end' },
  );
  if (!done) throw new Error(`${engine} cannot be touched`);
}

/** Pictures the page into test/shots/ENGINE/NAME.png; gives the file's path and length. */
export async function shot(name: string): Promise<{ file: string; bytes: number }> {
  return executeServerCommand<{ file: string; bytes: number }, { name: string }>('page:shot', {
    name,
  });
}
