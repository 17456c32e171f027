import type { PeerFigures } from "./compare.ts";
import { PEER_LABELS } from "./peer.ts";

/** Of one panel, in pixels. */
const WIDTH = 330;
const HEIGHT = 300;
const OURS = "#c2410c";
const PEER = "#1d4ed8";
const INK = "#374151";

/**
 * Quality against latency: a panel a set of questions, a point a system. A Vega specification (version 6), which
 * places the labels so that none lies upon another.
 */
export function specifyPlot(figures: readonly PeerFigures[], title: string): object {
  const [ours] = figures;
  const sets = ours?.recall ?? [];
  const values = figures.flatMap(({ name, milliseconds, recall }) =>
    recall.map(({ set, recallAt1 }) => ({
      set,
      system: PEER_LABELS[name],
      isOurs: name === "ours",
      milliseconds: milliseconds.median,
      recall: recallAt1,
    })),
  );
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: "white",
    padding: 12,
    title: {
      text: title,
      subtitle: "recall@1 against milliseconds a question (median, logarithmic): up and left is better",
      anchor: "start",
      fontSize: 15,
      subtitleFontSize: 12,
      subtitleColor: INK,
      offset: 14,
    },
    layout: { columns: sets.length, padding: 34 },
    data: [{ name: "points", values }],
    scales: [
      {
        name: "x",
        type: "log",
        domain: [
          spread(values.map(({ milliseconds }) => milliseconds)).least,
          spread(values.map(({ milliseconds }) => milliseconds)).most,
        ],
        range: [0, WIDTH],
      },
      { name: "y", domain: [0, 1], range: [HEIGHT, 0] },
    ],
    marks: sets.map(({ set, questions }, at) => drawPanel(`${set} (${questions} questions)`, set, at)),
  };
}

/** Powers of ten around the values, with room for labels. */
function spread(values: readonly number[]): { least: number; most: number } {
  const least = 10 ** Math.floor(Math.log10(Math.min(...values) * 0.8));
  const most = 10 ** Math.ceil(Math.log10(Math.max(...values) * 1.2));
  return { least, most };
}

function drawPanel(title: string, set: string, at: number): object {
  const points = `points-${at}`;
  const colour = [{ test: "datum.isOurs", value: OURS }, { value: PEER }];
  return {
    type: "group",
    encode: { enter: { width: { value: WIDTH }, height: { value: HEIGHT } } },
    title: { text: title, anchor: "start", fontSize: 13 },
    data: [
      {
        name: points,
        source: "points",
        transform: [{ type: "filter", expr: `datum.set === ${JSON.stringify(set)}` }],
      },
    ],
    axes: [
      {
        scale: "x",
        orient: "bottom",
        title: "ms a question",
        tickCount: 6,
        format: "~g",
        grid: true,
        gridColor: "#e5e7eb",
      },
      {
        scale: "y",
        orient: "left",
        ...(at === 0 ? { title: "recall@1" } : {}),
        grid: true,
        gridColor: "#e5e7eb",
      },
    ],
    marks: [
      {
        type: "symbol",
        name: `marks-${at}`,
        from: { data: points },
        encode: {
          enter: {
            x: { scale: "x", field: "milliseconds" },
            y: { scale: "y", field: "recall" },
            size: { value: 80 },
            fill: colour,
          },
        },
      },
      {
        type: "text",
        from: { data: `marks-${at}` },
        encode: {
          enter: {
            text: { field: "datum.system" },
            fontSize: { value: 11 },
            fontWeight: [{ test: "datum.datum.isOurs", value: "bold" }, { value: "normal" }],
            fill: { value: INK },
          },
        },
        transform: [
          {
            type: "label",
            size: [WIDTH, HEIGHT],
            anchor: [
              "right",
              "left",
              "top",
              "bottom",
              "top-right",
              "bottom-right",
              "top-left",
              "bottom-left",
            ],
            offset: [3, 3, 3, 3, 3, 3, 3, 3],
            padding: null,
          },
        ],
      },
    ],
  };
}
