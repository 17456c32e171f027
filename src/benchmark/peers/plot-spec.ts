import type { PeerFigures } from "./compare.ts";
import { PEER_LABELS, PEER_NAMES } from "./peer.ts";

/** Of one panel, in pixels. */
const WIDTH = 270;
const HEIGHT = 270;
const INK = "#374151";
const AXIS = { grid: true, gridColor: "#e5e7eb", labelColor: INK, titleColor: INK, format: "~g" };
/** Told apart by people who see colours otherwise, too (Okabe & Ito 2008), and by shape; ours stands out. */
const COLOURS = ["#d55e00", "#0072b2", "#56b4e9", "#009e73", "#cc79a7", "#7a6a00", "#000000"];
const SHAPES = ["diamond", "circle", "square", "triangle-up", "triangle-down", "cross", "triangle-right"];

/**
 * Quality against latency: a panel a set of questions, a point a system, a legend that names them. A Vega
 * specification (version 6).
 */
export function specifyPlot(figures: readonly PeerFigures[], title: string): object {
  const sets = figures[0]?.recall ?? [];
  const values = figures.flatMap(({ name, milliseconds, recall }) =>
    recall.map(({ set, recallAt1 }) => ({
      set,
      system: PEER_LABELS[name],
      milliseconds: milliseconds.median,
      recall: recallAt1,
    })),
  );
  const decades = spanDecades(values.map((value) => value.milliseconds));
  const systems = PEER_NAMES.map((name) => PEER_LABELS[name]);
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: "white",
    padding: 12,
    title: {
      text: title,
      subtitle:
        "The share of questions whose first answer is right, against the time a question takes: up and left is better",
      anchor: "start",
      fontSize: 15,
      subtitleFontSize: 12,
      subtitleColor: INK,
      offset: 12,
    },
    layout: { columns: sets.length, padding: 24, bounds: "full", align: "all" },
    data: [{ name: "points", values }],
    scales: [
      {
        name: "x",
        type: "log",
        domain: [decades.at(0), decades.at(-1)],
        range: [0, WIDTH],
      },
      { name: "y", domain: [0, 1], range: [HEIGHT, 0] },
      { name: "colour", type: "ordinal", domain: systems, range: COLOURS },
      { name: "shape", type: "ordinal", domain: systems, range: SHAPES },
    ],
    legends: [
      {
        fill: "colour",
        shape: "shape",
        orient: "bottom",
        direction: "horizontal",
        columns: 4,
        symbolSize: 110,
        labelFontSize: 12,
        labelLimit: 0,
      },
    ],
    marks: sets.map(({ set, questions }, at) => drawPanel(set, questions, decades, at === 0)),
  };
}

/** Whole powers of ten around the values, which are above 0. */
export function spanDecades(values: readonly number[]): number[] {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(Math.ceil(Math.log10(Math.max(...values))), least + 1);
  return Array.from({ length: most - least + 1 }, (_, at) => 10 ** (least + at));
}

function drawPanel(set: string, questions: number, decades: readonly number[], isFirst: boolean): object {
  return {
    type: "group",
    encode: { enter: { width: { value: WIDTH }, height: { value: HEIGHT } } },
    title: { text: `${set} (${questions} questions)`, anchor: "start", fontSize: 12, color: INK },
    data: [
      {
        name: "own",
        source: "points",
        transform: [{ type: "filter", expr: `datum.set === ${JSON.stringify(set)}` }],
      },
    ],
    axes: [
      {
        ...AXIS,
        scale: "x",
        gridScale: "y",
        orient: "bottom",
        title: "milliseconds a question, median",
        values: decades,
      },
      { ...AXIS, scale: "y", gridScale: "x", orient: "left", ...(isFirst ? { title: "recall@1" } : {}) },
    ],
    marks: [
      {
        type: "symbol",
        from: { data: "own" },
        encode: {
          enter: {
            x: { scale: "x", field: "milliseconds" },
            y: { scale: "y", field: "recall" },
            size: { value: 130 },
            fill: { scale: "colour", field: "system" },
            shape: { scale: "shape", field: "system" },
            stroke: { value: "white" },
          },
        },
      },
    ],
  };
}
