// Compares the codec in peer.min.js with others: node run.mjs [node|chromium] [rounds]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const here = fileURLToPath(new URL(".", import.meta.url));
const module = join(here, "../../..");
const modules = join(module, "node_modules");
const asGlobal = (name, code) =>
  `var ${name} = (() => { const module = { exports: {} }, exports = module.exports; ${code}; return module.exports; })();`;
const read = (...path) => readFileSync(join(...path), "utf8");

const scripts = [
  read(module, "../client/target/npm/peer.min.js"),
  read(modules, "msgpackr/dist/index.min.js"),
  read(modules, "@msgpack/msgpack/dist.umd/msgpack.js"),
  asGlobal("stock", read(modules, "peerjs-js-binarypack/dist/binarypack.cjs")),
  read(here, "cases.js"),
  read(here, "codecs.js"),
  read(here, "measure.js"),
];

const inNode = (rounds) => {
  for (const script of scripts) runInThisContext(script);
  const { pack, unpack } = createRequire(import.meta.url)("msgpackr");
  const forNode = { name: "msgpackr for Node", pack, unpack, value: codecs([])[1].value, input: (view) => Buffer.from(view) };
  return measure(codecs([forNode]), cases, rounds);
};

const inChromium = (rounds) => {
  const page = mkdtempSync(join(tmpdir(), "codec-"));
  try {
    const all = [...scripts, `document.body.textContent = "RESULT" + JSON.stringify(measure(codecs([]), cases, ${rounds})) + "END"`];
    const inline = all.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`);
    writeFileSync(join(page, "index.html"), `<!doctype html><meta charset="utf-8"><body>${inline.join("\n")}</body>`);
    const text = execFileSync(
      process.env.CHROMIUM ?? "chromium",
      ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--user-data-dir=${page}/profile`, "--timeout=600000", "--dump-dom", pathToFileURL(join(page, "index.html")).href],
      { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] },
    );
    return JSON.parse(/RESULT(.*?)END<\/body>/s.exec(text)[1]);
  } finally {
    rmSync(page, { recursive: true, force: true, maxRetries: 5 });
  }
};

const format = (milliseconds) =>
  typeof milliseconds === "string" ? "fails" : milliseconds < 0.1 ? (milliseconds * 1000).toFixed(2) + " µs" : milliseconds.toFixed(2) + " ms";

const print = (where, rows) => {
  const names = Object.keys(rows[0].milliseconds);
  console.log(`\n${where}\n`);
  console.log(`| value | direction | ${names.join(" | ")} |`);
  console.log(`|---|---|${names.map(() => "---|").join("")}`);
  for (const { name, direction, milliseconds } of rows) {
    const ours = milliseconds[names[0]];
    const cells = names.map((codec, index) => {
      const theirs = milliseconds[codec];
      const ratio = index && typeof theirs === "number" ? ` (${(theirs / ours).toFixed(2)}×)` : "";
      return format(theirs) + ratio;
    });
    console.log(`| ${name} | ${direction} | ${cells.join(" | ")} |`);
  }
};

const [only, rounds = "31"] = process.argv.slice(2);
if (only !== "chromium") print(`Node ${process.version}`, inNode(+rounds));
if (only !== "node") print("Chromium", inChromium(+rounds));
