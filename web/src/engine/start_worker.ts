/** Milliseconds after which the address of a script may be given back: its fetch has begun. */
const BEGUN = 20_000;

const OPTIONS: WorkerOptions = { type: "module", name: "vitrine" };

/**
 * Starts the worker of a script. It must be of the page's origin; one from elsewhere,
 * such as a CDN, is imported by a script that is.
 */
export function startWorker(script: URL): Worker {
  if (script.origin === location.origin) {
    return new Worker(trusted(script.href), OPTIONS);
  }
  return startText(`import ${JSON.stringify(script.href)};`);
}

/** Starts a worker of the script's own text, where the browser cannot fetch it a second time. */
export function startText(text: string): Worker {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return new Worker(trusted(address), OPTIONS);
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), BEGUN);
  }
}

interface AddressPolicy {
  createScriptURL(address: string): string;
}

/** Not in TypeScript's own library yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

let policy: AddressPolicy | undefined;

/**
 * The address of our own worker, vouched for where the page enforces Trusted
 * Types. A page that names its policies must name "vitrine" and "lit-html".
 */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  policy ??= trustedTypes?.createPolicy("vitrine", { createScriptURL: (own) => own });
  return policy?.createScriptURL(address) ?? address;
}
