// Servers that nobody here wrote answer `vitrine exec`: streaming, a picture, a tool call with its result.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LLMock } from '@copilotkit/aimock';

const [, , vitrine, picture] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'other-servers-'));
const here = fileURLToPath(new URL('.', import.meta.url));
const children = [];
process.on('exit', () => children.forEach((child) => child.kill()));

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

async function started(url) {
  for (let tries = 0; tries < 300; ++tries) {
    try {
      if ((await fetch(url)).status < 500) return;
    } catch { /* not yet */ }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not start`);
}

// The lines of --json; the server may live in this process, so that nothing may block it.
function exec(api, baseUrl, question, more = []) {
  return new Promise((resolve) => {
    const child = spawn(vitrine, ['exec', '--json', '--api', api, '--base-url', baseUrl, '--model', 'some-model', '--key-env', 'TEST_KEY', ...more, '--', question],
      { env: { PATH: '/usr/bin:/bin', HOME: folder, LC_ALL: 'C.UTF-8', VITRINE_PROFILE: join(folder, 'profile'), TEST_KEY: 'test-key-1' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => { out += data; });
    child.stderr.on('data', (data) => { err += data; });
    child.on('close', (status) => {
      const lines = out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
      resolve({ status, result: lines.at(-1), output: lines.find((line) => line.kind === 'tool_output'), err });
    });
  });
}

// A question that makes the server call a picture tool, and its answer to what the tool said.
function checkTool({ status, result, output, err }, answer) {
  assert.equal(status, 0, err);
  assert.equal(result.tool_calls, 1);
  assert.equal(output.outcome, 'ok', output.text);
  assert.match(output.text, /img_1/);
  assert.equal(result.text, answer);
}

const look = { name: 'image_info', arguments: '{"image":"img_1"}' };

// 1. aimock speaks all four APIs.
const requests = [];
const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 5, logLevel: 'silent' });
mock.on({ predicate: () => true }, (request) => {
  requests.push(request);
  if (!JSON.stringify(request.messages).includes('LOOK')) return { content: 'Plain, in seven words and 中文 😀.' };
  return request.messages.some((message) => message.role === 'tool') ? { content: 'It was looked at.' } : { toolCalls: [{ ...look, id: 'call_look_1' }] };
});
const base = await mock.start();
for (const [api, url] of [['responses', `${base}/v1`], ['chat', `${base}/v1`], ['messages', base], ['gemini', base]]) {
  const plain = await exec(api, url, 'hello');
  assert.equal(plain.status, 0, plain.err);
  assert.equal(plain.result.text, 'Plain, in seven words and 中文 😀.', api);
  checkTool(await exec(api, url, 'LOOK', ['--image', picture]), 'It was looked at.');
  console.log(`aimock, ${api}: text, picture and tool`);
}
assert(requests.some((request) => JSON.stringify(request).includes('data:image/')), 'the picture arrived');
await mock.stop();

// 2. openai-mock-api wants the key, matches whole conversations and counts tokens.
{
  const port = await freePort();
  const config = join(folder, 'openai-mock-api.yaml');
  const flow = (id, last) => `  - id: ${id}\n    messages:\n      - role: system\n        matcher: any\n      - role: user\n        matcher: any\n${last}`;
  writeFileSync(config, `apiKey: test-key-1\nresponses:\n` + flow('plain', '      - role: assistant\n        content: Plain from another server.\n'));
  children.push(spawn(process.execPath, ['node_modules/openai-mock-api/dist/cli.js', '--config', config, '--port', String(port)], { cwd: here, stdio: 'ignore' }));
  await started(`http://127.0.0.1:${port}/health`);
  const { status, result, err } = await exec('chat', `http://127.0.0.1:${port}/v1`, 'hello');
  assert.equal(status, 0, err);
  assert.equal(result.text, 'Plain from another server.');
  console.log('openai-mock-api, chat: text');
  const listed = spawnSync(vitrine, ['providers', 'add', 'other', '--api', 'chat', '--base-url', `http://127.0.0.1:${port}/v1`, '--key-env', 'TEST_KEY'], { env: { ...process.env, VITRINE_PROFILE: join(folder, 'profile2'), TEST_KEY: 'test-key-1' } });
  assert.equal(listed.status, 0, String(listed.stderr));
  const tested = spawnSync(vitrine, ['providers', 'test', 'other'], { env: { ...process.env, VITRINE_PROFILE: join(folder, 'profile2'), TEST_KEY: 'test-key-1' } });
  assert.equal(tested.status, 0, String(tested.stderr));
  console.log('openai-mock-api: its models are listed');
}

// 3. mock-llm streams what its rules say: an echo, a tool call, an error.
{
  const port = await freePort();
  const config = join(folder, 'mock-llm.yaml');
  const reply = (message, reason) => JSON.stringify({ id: 'c', object: 'chat.completion', model: 'm', choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: reason }] });
  const rule = (match, status, content) => `  - path: /v1/chat/completions\n    match: ${JSON.stringify(match)}\n    response:\n      status: ${status}\n      content: |\n        ${content}\n`;
  writeFileSync(config, 'streaming:\n  chunkSize: 7\n  chunkIntervalMs: 1\nrules:\n'
    + rule('@', 200, reply({ content: 'Echo of nothing.' }, 'stop'))
    + rule("contains(to_string(body.messages), 'TOO MUCH')", 429, JSON.stringify({ error: { message: 'You exceeded your current quota.', type: 'insufficient_quota', code: 'insufficient_quota' } })));
  children.push(spawn(process.execPath, ['node_modules/@dwmkerr/mock-llm/dist/main.js', '--config', config], { cwd: here, env: { ...process.env, PORT: String(port) }, stdio: 'ignore' }));
  await started(`http://127.0.0.1:${port}/health`);
  const plain = await exec('chat', `http://127.0.0.1:${port}/v1`, 'hello');
  assert.equal(plain.status, 0, plain.err);
  assert.equal(plain.result.text, 'Echo of nothing.');
  const refused = await exec('chat', `http://127.0.0.1:${port}/v1`, 'TOO MUCH');
  assert.equal(refused.status, 1);
  assert.equal(refused.result.error.kind, 'quota');
  console.log('mock-llm, chat: text and a quota that is used up');
}
process.exit(0);
