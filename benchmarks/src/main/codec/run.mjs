// Compares the codec of peer.min.js with others: node run.mjs [all|node|chromium] [rounds] [processes]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const here = fileURLToPath(new URL(".", import.meta.url));
const benchmarks = join(here, "../../..");
const read = (...path) => readFileSync(join(...path), "utf8");
const library = (path) => read(benchmarks, "node_modules", path);
const commonJs = (name, code) =>
  `var ${name} = (() => { const exports = {}, module = { exports }; ${code}; return module.exports; })();`;

const scripts = [
  read(benchmarks, "../client/target/npm/peer.min.js"),
  library("msgpackr/dist/index.min.js"),
  library("@msgpack/msgpack/dist.umd/msgpack.js"),
  commonJs("stock", library("peerjs-js-binarypack/dist/binarypack.cjs")),
  read(here, "cases.js"),
  read(here, "codecs.js"),
  read(here, "measure.js"),
];

const inNode = (rounds) => {
  for (const script of scripts) runInThisContext(script);
  // What Node.js gets of msgpackr differs from what pages get: it uses Buffer, and a native addition where there is one.
  const { pack, unpack } = createRequire(import.meta.url)("msgpackr");
  const all = codecs();
  all.push({ ...all[1], name: "msgpackr for Node", pack, unpack: (buffer) => unpack(new Uint8Array(buffer)) });
  return measure(all, cases, rounds);
};

const inChromium = (rounds) => {
  const folder = mkdtempSync(join(tmpdir(), "codec-"));
  try {
    const run = `try {
      document.body.textContent = "[[" + JSON.stringify(measure(codecs(), cases, ${rounds})) + "]]";
    } catch (failure) {
      document.body.textContent = failure.stack;
    }`;
    const inline = [...scripts, run].map((code) => `<script>${code.replaceAll("</script", "<\\/script")}</script>`);
    const page = join(folder, "page.html");
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${inline.join("\n")}</body>`);
    const dom = execFileSync(
      process.env.CHROMIUM ?? "chromium",
      [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + join(folder, "profile"),
        "--timeout=600000",
        "--dump-dom",
        pathToFileURL(page).href,
      ],
      { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] },
    );
    if (!dom.includes("]]</body>")) throw new Error("Chromium did not finish: " + dom.slice(-300));
    return JSON.parse(/<body>\[\[(.*)\]\]<\/body>/s.exec(dom)[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
  }
};

const format = (milliseconds) =>
  milliseconds < 0.1 ? (milliseconds * 1000).toPrecision(3) + " µs" : milliseconds.toPrecision(3) + " ms";

const print = (title, rows) => {
  console.log(`\n${title}; in brackets, how many times TeaPeer's time that is\n`);
  console.log(`| value | direction | ${rows[0].results.map(({ codec }) => codec).join(" | ")} |`);
  console.log("|---".repeat(rows[0].results.length + 2) + "|");
  for (const { name, direction, results } of rows) {
    const cells = results.map(({ right, milliseconds }, index) => {
      if (milliseconds === null) return "fails";
      const ratio = index ? ` (${(milliseconds / results[0].milliseconds).toFixed(2)})` : "";
      return format(milliseconds) + ratio + (right ? "" : ", wrong");
    });
    console.log(`| ${name} | ${direction} | ${cells.join(" | ")} |`);
    if (results[0].milliseconds === null || !results[0].right) throw new Error("TeaPeer fails, or does not read what it wrote: " + name);
  }
};

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];

// What an engine compiles how is a matter of luck that stays the same for a whole process: the medians of several count.
const combine = (runs) =>
  runs[0].map((row, index) => ({
    ...row,
    results: row.results.map((result, at) => {
      const all = runs.map((rows) => rows[index].results[at]);
      const able = all.every(({ milliseconds }) => milliseconds !== null);
      return {
        ...result,
        right: all.every(({ right }) => right),
        milliseconds: able ? median(all.map(({ milliseconds }) => milliseconds)) : null,
      };
    }),
  }));

const [where = "all", rounds = "15", processes = "3"] = process.argv.slice(2);
const repeat = (run) => combine(Array.from({ length: +processes }, run));
const anotherNode = () =>
  JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), "here", rounds], { encoding: "utf8" }));

if (where === "here") {
  console.log(JSON.stringify(inNode(+rounds)));
} else {
  if (where !== "chromium") print("Node.js " + process.version, repeat(anotherNode));
  if (where !== "node") print("Chromium", repeat(() => inChromium(+rounds)));
}
