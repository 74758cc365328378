/** A Trusted Types policy. What it makes stands for a string, and is one where it is handed on. */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** A page allows one of a name, once; the bundle's other one belongs to Lit. */
let policy: ScriptPolicy | undefined;

/** The address as a page that wants trusted types takes it; a string where there are none, or not ours. */
export function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy('castray-worker', { createScriptURL: (text) => text });
  } catch {
    // the page names the policies that it allows
  }
  return policy?.createScriptURL(address) ?? address;
}
