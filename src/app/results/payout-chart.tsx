/** Bars of the payout now and before, drawn by ECharts in the tokens' colours; its table stands beside it. Loaded when first shown. */
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Format } from '#core/data/column.ts';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import type { TotalRow } from './payouts.tsx';
import styles from './results.module.css';
import { resultsWords } from './results.words.ts';

register([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface PayoutChartProps {
  readonly title: string;
  readonly format: Format | undefined;
  readonly now: readonly TotalRow[];
  readonly before: readonly TotalRow[] | null;
}

export function PayoutChart({ title, format, now, before }: PayoutChartProps) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    const draw = () => {
      const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const write = (value: unknown) => formatNumber(Number(value), format, language, { compact: true });
      const text = { color: token('--text-2'), fontFamily: token('--font-ui'), fontSize: 12 };
      const old = new Map(before?.map((one) => [one.name, one.amount]));
      chart.setOption(
        {
          animation: false,
          aria: { enabled: true, label: { description: title } },
          grid: { left: 8, right: 24, top: before ? 32 : 8, bottom: 8, containLabel: true },
          ...(before ? { legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: text } } : {}),
          tooltip: {
            trigger: 'axis',
            valueFormatter: (value: unknown) => formatNumber(Number(value), format, language),
            textStyle: { ...text, color: token('--text') },
            backgroundColor: token('--surface'),
            borderColor: token('--line-strong'),
          },
          xAxis: {
            type: 'value',
            axisLabel: { ...text, formatter: write },
            splitLine: { lineStyle: { color: token('--c-grid') } },
          },
          yAxis: {
            type: 'category',
            inverse: true,
            data: now.map((one) => one.name),
            axisLabel: text,
            axisTick: { show: false },
            axisLine: { lineStyle: { color: token('--line-strong') } },
          },
          series: [
            ...(before
              ? [
                  {
                    name: words.before,
                    type: 'bar',
                    barMaxWidth: 14,
                    itemStyle: { color: token('--c-mute') },
                    data: now.map((one) => old.get(one.name) ?? 0),
                  },
                ]
              : []),
            {
              name: words.now,
              type: 'bar',
              barMaxWidth: 14,
              itemStyle: { color: token('--c-1'), borderRadius: [0, 3, 3, 0] },
              data: now.map((one) => one.amount),
            },
          ],
        },
        true,
      );
    };
    draw();
    const themes = new MutationObserver(draw);
    themes.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'data-mantine-color-scheme'],
    });
    const sizes = new ResizeObserver(() => chart.resize());
    sizes.observe(element);
    return () => {
      themes.disconnect();
      sizes.disconnect();
      chart.dispose();
    };
  }, [title, format, now, before, language, words]);
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <div
        ref={box}
        className={styles.chart}
        style={{ height: Math.max(140, now.length * (before ? 44 : 30) + 60) }}
        role="img"
        aria-label={title}
      />
    </figure>
  );
}
