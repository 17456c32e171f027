import { parse, type Spec, View } from "vega";

// A process of its own, because Vega is of this package: a specification becomes an SVG file's content.
const spec: Spec = JSON.parse(process.argv[2] ?? "");
process.stdout.write(await (await new View(parse(spec), { renderer: "none" }).runAsync()).toSVG());
