// The engine's own web worker, watched. It answers on a channel beside the
// engine's: any message there asks for what was watched.

import { instrument } from "./instrument.mjs";

const watched = instrument();
const channel = new BroadcastChannel("bench");
channel.onmessage = () => channel.postMessage(watched());
await import(new URL(location.href).searchParams.get("script"));
