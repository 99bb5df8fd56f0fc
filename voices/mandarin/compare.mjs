// Run by compare. Each reader has a process of its own, so that memory and start are its own.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../build/compare/", import.meta.url));
const [file, reader] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
const hanzi = lines.join("").match(/\p{Script=Han}/gu).length;

const readers = {
  "pinyin-pro, complete.json": () => {
    const { pinyin, addDict } = require("pinyin-pro");
    addDict(require("@pinyin-pro/data/complete"));
    return (line) => pinyin(line, { toneType: "num", type: "array" });
  },
  "@napi-rs/pinyin": () => {
    const { pinyin, PINYIN_STYLE } = require("@napi-rs/pinyin");
    return (line) => pinyin(line, { style: PINYIN_STYLE?.WithToneNum, segment: true });
  },
};

const memory_mb = () => Number(readFileSync("/proc/self/status", "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1024;

if (reader) {
  const began = process.hrtime.bigint();
  const read = readers[reader]();
  read(lines[0]);
  const started = process.hrtime.bigint();
  for (const line of lines) read(line);
  const ms = (from, to) => Number(to - from) / 1e6;
  console.log(JSON.stringify({ start: ms(began, started), all: ms(started, process.hrtime.bigint()), memory: memory_mb() }));
  process.exit();
}

const program = "build/release/tingdu";

/// Without its start, which one line measures.
function tingdu() {
  const run = (input) => {
    const began = process.hrtime.bigint();
    const ran = spawnSync(program, ["readings"], { input, stdio: ["pipe", "ignore", "inherit"] });
    if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status}`);
    return Number(process.hrtime.bigint() - began) / 1e6;
  };
  const start = run(lines[0] + "\n");
  const all = run(lines.join("\n") + "\n") - start;
  const watch = `${program} readings <"$0" >/dev/null & p=$!; while m=$(grep VmHWM /proc/$p/status); do last=$m; ` +
    "sleep 0.01; done 2>/dev/null; echo $last";
  const watched = spawnSync("bash", ["-c", watch, file], { encoding: "utf8" });
  return { start, all, memory: Number(watched.stdout.match(/\d+/)[0]) / 1024 };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const runs = { tingdu: [] };
for (let turn = 0; turn < 5; ++turn) {
  runs.tingdu.push(tingdu());
  for (const name of Object.keys(readers)) {
    const ran = spawnSync(process.execPath, [process.argv[1], file, name], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(ran.stderr);
    (runs[name] ??= []).push(JSON.parse(ran.stdout));
  }
}
const of = (name, what) => median(runs[name].map((run) => run[what]));
console.log(`${lines.length} sentences, ${hanzi} Hanzi`);
for (const name of Object.keys(runs)) {
  const each = (of(name, "all") / hanzi) * 40;
  const ratio = (what) => (of(name, what) / of("tingdu", what)).toFixed(2);
  console.log(`${name.padEnd(26)} ${each.toFixed(3)} ms for 40 Hanzi (${ratio("all")} of tingdu), ` +
    `start ${of(name, "start").toFixed(0)} ms (${ratio("start")}), ${of(name, "memory").toFixed(0)} MB (${ratio("memory")})`);
}
