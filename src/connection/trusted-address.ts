/** A Trusted Types policy. What it makes stands for a string, and is one where it is handed on. */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** A page allows one of a name, once; the bundle's other one belongs to Lit. */
let policy: ScriptPolicy | undefined;

/** Only a script of the page's own origin, also where the browser would run another, as one in `data:`. */
function ofThisPage(address: string): string {
  if (origin === 'null' || new URL(address, location.href).origin !== origin) throw new TypeError();
  return address;
}

/**
 * The address of a script as a page that wants trusted types takes it; a string where there are none, or
 * not ours. Throws where it is not of the page's own origin.
 */
export function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy('castray-worker', { createScriptURL: ofThisPage });
  } catch {
    // the page names the policies that it allows
  }
  return policy?.createScriptURL(address) ?? ofThisPage(address);
}
