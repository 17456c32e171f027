import { loadAll, YAMLException } from "js-yaml";

/**
 * Reads YAML 1.2; `null` where there is nothing in it.
 *
 * @param maxAliases references to values written before: many of them can make a short text a value of any size
 * @throws an error of which `findLine` knows the place
 */
export function readYaml(source: string, maxAliases: number): unknown {
  const [document = null, ...others] = loadAll(source, { maxAliases });
  if (others.length > 0) throw new YAMLException("There is more than one document.");
  return document;
}

/** The line, counted from 1, at which `readYaml` failed, where it is known. */
export function findLine(error: unknown): number | undefined {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  return mark && mark.line + 1;
}
