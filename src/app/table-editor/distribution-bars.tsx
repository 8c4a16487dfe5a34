import type { ColumnStatistics } from '#engine/protocol.ts';

/** Up to twelve small bars; what they count stands in words beside them. */
export function DistributionBars({
  bars,
  className,
}: {
  readonly bars: ColumnStatistics['bars'];
  readonly className: string | undefined;
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <svg className={className} viewBox="0 0 48 12" preserveAspectRatio="none" aria-hidden="true">
      {bars.map((bar, index) => (
        <rect key={index} x={index * 4} width={3} y={12 - (12 * bar.count) / most} height={(12 * bar.count) / most} />
      ))}
    </svg>
  );
}
