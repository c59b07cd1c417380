// The engine's own web worker, watched. It answers on a channel beside the
// engine's: any message there asks for what was watched.

import { instrument } from "./instrument.mjs";

const watched = instrument();
const channel = new BroadcastChannel("bench");
channel.onmessage = () => channel.postMessage(watched());

// What the page has posted meanwhile waits until the engine listens.
const early = [];
const hold = ({ data }) => early.push(data);
addEventListener("message", hold);
await import(new URL(location.href).searchParams.get("script"));
removeEventListener("message", hold);
for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
