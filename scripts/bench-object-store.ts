import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { getStream, putStream } from "./bench-transfer";

/**
 * Sends and fetches one large file to and from the object store and nginx by turns, on the same disk, with the same client.
 * Both PUT times end when the bytes are on the disk: the store syncs before it answers, and after nginx we sync ourselves.
 * `npx tsx scripts/bench-object-store.ts`; `SIZE_MB` (1024), `ROUNDS` (5) and `BENCH_DIR` (the temporary directory) are honoured.
 */
const megabytes = Number(process.env.SIZE_MB ?? 1024);
const rounds = Number(process.env.ROUNDS ?? 5);
const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "bench-object-store-"));
const ports = { store: 7150, nginx: 7151 };

interface Round {
  put: number;
  get: number;
}

async function startStore(): Promise<ChildProcess> {
  const main = join(import.meta.dirname, "../lib/engines/object-store/main.ts");
  const env = {
    ...process.env,
    OBJECT_STORE_PORT: String(ports.store),
    OBJECT_STORE_DIR: join(directory, "store"),
    OBJECT_STORE_ACCESS_KEY: "bench",
    OBJECT_STORE_SECRET_KEY: "bench-secret",
  };
  const child = spawn(process.execPath, ["--import", "tsx", main], { env, stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

/** Starts nginx as a WebDAV server. @throws when it is not installed. */
async function startNginx(): Promise<ChildProcess> {
  const root = join(directory, "nginx");
  for (const name of ["data", "tmp"]) mkdirSync(join(root, name), { recursive: true, mode: 0o777 });
  const temporary = ["proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${root}/${name};`).join(" ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(
    join(root, "nginx.conf"),
    `${user} daemon off; worker_processes 1; pid ${root}/pid; error_log ${root}/error.log; events {}
    http { access_log off; sendfile on; client_max_body_size 0; client_body_temp_path ${root}/tmp; ${temporary}
      server { listen 127.0.0.1:${ports.nginx}; root ${root}/data; dav_methods PUT; } }`,
  );
  const child = spawn("nginx", ["-p", root, "-c", join(root, "nginx.conf")], { stdio: "ignore" });
  await Promise.race([
    once(child, "spawn"),
    once(child, "error").then(() => Promise.reject(new Error("nginx is needed to measure beside: install it first"))),
  ]);
  await pause(500);
  return child;
}

async function storeUrls(): Promise<{ put: string; get: string }> {
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${ports.store}`,
    region: "us-east-1",
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench-secret" },
  });
  await client.send(new CreateBucketCommand({ Bucket: "bench" }));
  const object = { Bucket: "bench", Key: "large" };
  return {
    put: await getSignedUrl(client, new PutObjectCommand(object)),
    get: await getSignedUrl(client, new GetObjectCommand(object)),
  };
}

async function measure(urls: { put: string; get: string }, file?: string): Promise<Round> {
  const putStart = performance.now();
  await putStream(urls.put, megabytes);
  if (file) sync(file);
  const getStart = performance.now();
  await getStream(urls.get, megabytes);
  const speed = (from: number, to: number) => megabytes / ((to - from) / 1000);
  return { put: speed(putStart, getStart), get: speed(getStart, performance.now()) };
}

function sync(file: string): void {
  const descriptor = openSync(file, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const peakMegabytes = (child: ChildProcess): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024);

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const row = (name: string, ours: Round[], theirs: Round[], pick: (round: Round) => number): string => {
  const [mine, other] = [median(ours.map(pick)), median(theirs.map(pick))];
  return `${name}  store ${mine.toFixed(0)} MB/s  nginx ${other.toFixed(0)} MB/s  ratio ${(mine / other).toFixed(2)}`;
};

const nginx = await startNginx();
const store = await startStore();
try {
  const signed = await storeUrls();
  const plain = { put: `http://127.0.0.1:${ports.nginx}/large`, get: `http://127.0.0.1:${ports.nginx}/large` };
  const ours: Round[] = [];
  const theirs: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measure(signed));
    theirs.push(await measure(plain, join(directory, "nginx/data/large")));
  }
  console.log(`${megabytes} MiB, median of ${rounds} rounds by turns, on the disk before the clock stops`);
  console.log(row("PUT", ours, theirs, (round) => round.put));
  console.log(row("GET", ours, theirs, (round) => round.get));
  console.log(`The store's resident memory at its peak: ${peakMegabytes(store)} MiB`);
} finally {
  store.kill();
  nginx.kill();
  await Promise.all([once(store, "exit"), once(nginx, "exit")]);
  rmSync(directory, { recursive: true, force: true });
}
