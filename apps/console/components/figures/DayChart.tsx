"use client";

import { useFormatter } from "next-intl";
import { Area, AreaChart, Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Day, Series } from "./ChartFigure.tsx";

/** What the drawing takes. */
export interface DayChartProps {
  days: readonly Day<string>[];
  series: readonly Series<string>[];
  stacked: boolean;
}

const tick = { fill: "var(--color-muted)", fontSize: 11 };
const tooltip = {
  backgroundColor: "var(--color-raised)",
  border: "1px solid var(--color-border)",
  borderRadius: 8,
  boxShadow: "var(--shadow-overlay)",
  fontSize: 12,
};

/** Draws days: areas over each other, or bars of parts upon each other. */
export default function DayChart({ days, series, stacked }: DayChartProps) {
  const format = useFormatter();
  const short = (day: string) => format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" });
  const shared = (
    <>
      <CartesianGrid vertical={false} stroke="var(--color-border)" />
      <XAxis dataKey="day" tickFormatter={short} tick={tick} tickLine={false} axisLine={false} minTickGap={28} />
      <YAxis width={34} tick={tick} tickLine={false} axisLine={false} allowDecimals={false} tickFormatter={compact} />
      <Tooltip
        labelFormatter={(day) => short(String(day))}
        contentStyle={tooltip}
        labelStyle={{ color: "var(--color-muted)" }}
        itemStyle={{ color: "var(--color-text)" }}
        cursor={{ fill: "var(--color-hover)", stroke: "var(--color-border)" }}
        isAnimationActive={false}
      />
    </>
  );
  function compact(value: number) {
    return format.number(value, { notation: "compact" });
  }
  return (
    <ResponsiveContainer width="100%" height="100%">
      {stacked ? (
        <BarChart data={[...days]} margin={MARGIN} accessibilityLayer={false}>
          {shared}
          {series.map(({ key, name, colour }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              stackId="whole"
              fill={colour}
              maxBarSize={24}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      ) : (
        <AreaChart data={[...days]} margin={MARGIN} accessibilityLayer={false}>
          {shared}
          {series.map(({ key, name, colour }) => (
            <Area
              key={key}
              type="monotone"
              dataKey={key}
              name={name}
              stroke={colour}
              strokeWidth={2}
              fill={colour}
              fillOpacity={0.1}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      )}
    </ResponsiveContainer>
  );
}

const MARGIN = { top: 4, right: 8, bottom: 0, left: 0 };
