/** A picture of up to some dozens of numbers, 52 × 26: a line, or bars from zero. Its space stays while the numbers are awaited. */
export interface SparklineProps {
  readonly values: readonly number[];
  readonly shape?: 'line' | 'bars';
  /** A CSS colour, usually a token of the node's family. */
  readonly colour?: string;
  readonly width?: number;
  readonly height?: number;
  /** What it shows, in words; without them it is decoration. */
  readonly label?: string | undefined;
}

const pad = 2;

/** Points of the line in the box; a flat line stands in the middle. */
export function linePoints(
  values: readonly number[],
  width: number,
  height: number,
): readonly (readonly [number, number])[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const y = (value: number) => (high === low ? height / 2 : pad + ((high - value) / (high - low)) * (height - 2 * pad));
  return values.map((value, index) => [round(pad + index * step), round(y(value))]);
}

/** Bars from the zero line, which is inside the box when both signs occur. */
export function barBoxes(values: readonly number[], width: number, height: number) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const scale = high === low ? 0 : (height - pad) / (high - low);
  const slot = width / values.length;
  const zero = pad / 2 + high * scale;
  return values.map((value, index) => {
    const tall = Math.max(Math.abs(value) * scale, value === 0 ? 0 : 1);
    return {
      x: round(index * slot + slot * 0.12),
      y: round(value >= 0 ? zero - tall : zero),
      width: round(Math.max(slot * 0.76, 1)),
      height: round(tall),
    };
  });
}

const round = (value: number) => Math.round(value * 100) / 100;

export function Sparkline({
  values,
  shape = 'line',
  colour = 'var(--c-1)',
  width = 52,
  height = 26,
  label,
}: SparklineProps) {
  const finite = values.filter(Number.isFinite);
  const aria = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...aria}
      style={{ display: 'block', flex: 'none' }}
    >
      {finite.length === 0 ? null : shape === 'bars' ? (
        barBoxes(finite, width, height).map((box, index) => <rect key={index} {...box} rx={1} fill={colour} />)
      ) : (
        <Line points={linePoints(finite, width, height)} colour={colour} height={height} />
      )}
    </svg>
  );
}

function Line({
  points,
  colour,
  height,
}: {
  points: readonly (readonly [number, number])[];
  colour: string;
  height: number;
}) {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  return (
    <>
      <path d={`${path}L${last[0]} ${height}L${first[0]} ${height}Z`} fill={colour} opacity={0.12} />
      <path d={path} fill="none" stroke={colour} strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={last[0]} cy={last[1]} r={2} fill={colour} />
    </>
  );
}
