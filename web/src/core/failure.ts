import type { Failure } from "./state.ts";

/** What a call of the engine failed with, whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  if (thrown !== null && typeof thrown === "object" && "message" in thrown) {
    const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "internal";
    return { code, message: String(thrown.message) };
  }
  return { code: "internal", message: String(thrown) };
}
