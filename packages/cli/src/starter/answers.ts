/** What a starter catalog is made from: what its user has. */
export type Answers = {
  /** Providers of the bundled catalog, such as `anthropic`. */
  providers: readonly string[];
  /** Servers on the user's own machines, such as `ollama`, by the name that stands first in the ids of their models. */
  hosts: readonly string[];
  /** The ids of the models these serve, such as `ollama/gpt-oss:20b`. */
  localModels: readonly string[];
};

/** The programs that people serve models with themselves, and what shows the names of the models they have. */
export const LOCAL_HOSTS: ReadonlyMap<string, string> = new Map([
  ["ollama", "ollama list"],
  ["lmstudio", "lms ls"],
  ["llamacpp", "/v1/models"],
  ["vllm", "/v1/models"],
]);

/** The name of the host in the id of a model. */
export function hostOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
