/** A straight line through points: how much `y` rises when `x` rises by one, and between what that lies by 95 %. */
export interface Slope {
  slope: number;
  low: number;
  high: number;
}

/** By least squares. The points' deviations are taken for independent of each other. Two points have no bounds but the slope. */
export function slopeOf(points: ReadonlyArray<{ x: number; y: number }>): Slope {
  const n = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const missed = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const margin = n > 2 ? studentsT(n - 2) * Math.sqrt(missed / (n - 2) / spread) : 0;
  return { slope, low: slope - margin, high: slope + margin };
}

/** The two-sided 95 % quantile of Student's distribution, to two digits from three degrees of freedom on. */
const studentsT = (degrees: number): number => 1.96 + 2.4 / degrees + 2.8 / degrees ** 2 + 5.4 / degrees ** 3;
