/** A searcher whose answers come when the test says so, in the order it says. */
import type { Searcher } from "../../src/core/store.ts";
import type { Hit, SearchRequest, SearchResponse } from "../../src/core/wire.ts";

interface Call {
  readonly request: SearchRequest;
  readonly signal: AbortSignal;
  answer(response: SearchResponse): Promise<void>;
  fail(error: unknown): Promise<void>;
}

export class HandSearcher implements Searcher {
  readonly calls: Call[] = [];

  search(request: SearchRequest, { signal }: { signal: AbortSignal }): Promise<SearchResponse> {
    return new Promise((resolve, reject) => {
      this.calls.push({
        request,
        signal,
        answer: (response) => settle(() => resolve(response)),
        fail: (error) => settle(() => reject(error)),
      });
    });
  }
}

/** Lets everything that waits on the promise run before it returns. */
function settle(act: () => void): Promise<void> {
  act();
  return new Promise((resolve) => setTimeout(resolve));
}

export const turn = (): Promise<void> => settle(() => undefined);

export function hit(id: string): Hit {
  return { id, title: `Product ${id}`, score: 1 };
}

export function response(query: string, ids: string[], total = ids.length): SearchResponse {
  return {
    query,
    hits: ids.map(hit),
    total,
    all_words: total,
    facets: { brand: [{ value: "Norrby", count: total }] },
    facet_order: [{ field: "brand", label: "Brand", kind: "text" }],
    currency: "EUR",
    stages: 1,
    engine_ms: 0.4,
  };
}
