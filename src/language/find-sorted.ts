/**
 * The place of a key among sorted ones, by halving; -1 when it is not there.
 * @param first the first place to look at @param last the last
 */
export function findSorted(
  keys: Uint32Array | Float64Array,
  key: number,
  first = 0,
  last = keys.length - 1,
): number {
  let low = first;
  let high = last;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
