import { folderAddress } from "../core/address.ts";
import type { Filter, Health, SearchRequest, SearchResponse, SuggestRequest, SuggestResponse } from "../core/wire.ts";
import type { AnswerOptions, EngineClient } from "./client.ts";
import { toVitrineError, VitrineError } from "./errors.ts";

/** Milliseconds until one answer is given up. */
const TIMEOUT = 15_000;

/**
 * An engine that answers from elsewhere, by the HTTP API of the Worker and of `vitrine
 * serve` (shared/api/API.md), for browsers that cannot run one. What the shopper types
 * is in the requests.
 */
export function openEndpoint(address: string | URL): EngineClient {
  const api = new URL("v1/", folderAddress(address, document.baseURI));
  const closing = new AbortController();
  const get = async <T>(path: string, parameters: URLSearchParams, { signal }: AnswerOptions = {}): Promise<T> => {
    const call = new AbortController();
    const end = () => call.abort();
    const timer = setTimeout(end, TIMEOUT);
    for (const other of [closing.signal, signal]) other?.addEventListener("abort", end, { signal: call.signal });
    try {
      if (closing.signal.aborted || signal?.aborted) end();
      const response = await fetch(new URL(`${path}?${parameters}`, api), { signal: call.signal, credentials: "omit" });
      const body = await response.json();
      if (response.ok) return body;
      throw toVitrineError(body);
    } catch (error) {
      if (error instanceof VitrineError) throw error;
      throw failure(api, error, closing.signal.aborted ? "closed" : signal?.aborted ? "aborted" : call.signal.aborted);
    } finally {
      clearTimeout(timer);
      end();
    }
  };
  return {
    search: (request, options) => get<SearchResponse>("search", searchParameters(request), options),
    suggest: (request, options) => get<SuggestResponse>("suggest", suggestParameters(request), options),
    health: () => get<Health>("health", new URLSearchParams()),
    // Whoever answers has all that it ranks by, or never says so.
    completed: new Promise(() => {}),
    close: () => closing.abort(),
  };
}

/** Why no answer came: the call was ended by somebody, by the time it took, or by the network. */
function failure(api: URL, cause: unknown, ended: "closed" | "aborted" | boolean): VitrineError {
  if (ended === "closed") return new VitrineError("closed", "the engine was closed");
  if (ended === "aborted") return new VitrineError("aborted", "the call was given up");
  if (ended) return new VitrineError("timeout", `${api}: no answer within ${TIMEOUT / 1000} s`);
  return new VitrineError("internal", `${api}: ${(cause as Error).message}`, { cause });
}

function searchParameters(request: SearchRequest): URLSearchParams {
  const { query, limit, offset, sort, stages, verbatim, explain, filters = {} } = request;
  const parameters = given({ q: query, limit, offset, sort, stages, verbatim, explain });
  for (const [field, filter] of Object.entries(filters)) addFilter(parameters, field, filter);
  return parameters;
}

function suggestParameters(request: SuggestRequest | string): URLSearchParams {
  const { query, limit, no_products } = typeof request === "string" ? { query: request } : request;
  return given({ q: query, limit, no_products });
}

/** The parameters that say something: what is absent, false, 0 or empty is the default. */
function given(values: Readonly<Record<string, string | number | boolean | undefined>>): URLSearchParams {
  const said = Object.entries(values).filter(([, value]) => value);
  return new URLSearchParams(said.map(([name, value]) => [name, value === true ? "1" : String(value)]));
}

/** Ranges have parameters of their own; a field may have several values. */
function addFilter(parameters: URLSearchParams, field: string, filter: Filter): void {
  if (Array.isArray(filter)) {
    for (const value of filter) parameters.append(`filter.${field}`, value);
    return;
  }
  if (filter.min !== undefined) parameters.set(`min.${field}`, String(filter.min));
  if (filter.max !== undefined) parameters.set(`max.${field}`, String(filter.max));
}
