/** One of a list, whatever the number. */
export function nth<T>(list: T[], n: number): T {
  return list[n % list.length]!;
}
