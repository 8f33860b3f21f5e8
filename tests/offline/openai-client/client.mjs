// The official client talks to `vitrine offline-server` as to any server of the Responses API. Tools are answered with canned texts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import OpenAI from 'openai';

const server = spawn(process.argv[2], ['offline-server'], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => server.kill());
const [baseURL, apiKey] = (await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next()).value.split(' ');
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const model = 'vitrine-offline';

const tool = (name) => ({ type: 'function', name, description: name, strict: false, parameters: { type: 'object', properties: { image: { type: 'string' } } } });
const tools = ['image_info', 'image_perspective', 'image_decode_barcode', 'image_rotate', 'image_enhance', 'image_detect_text', 'image_zoom'].map(tool);
const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const canned = {
  image_info: () => 'image: img_1\nas_sent: 1000x800\nstored: 1000x800\nscale: 1\nformat: jpeg\nmean: 120\ncontrast: 50\nflags: low contrast',
  image_perspective: () => 'img_1.1: 900x700 (perspective [10,10,900,20,910,720,5,700] of img_1, outline score 0.91). In img_1: corners [10,10,900,20,910,720,5,700].',
  image_decode_barcode: () => '1 code in img_1 (1000x800). Corners are px of img_1 as sent.\nQR-Code [1,1,50,1,50,50,1,50]: https://example.org/',
  image_rotate: () => 'img_1.1 is upright already (0 deg, found by osd, confidence 0.95); nothing changed.',
  image_enhance: () => 'img_1.2: 900x700 (enhance flatten of img_1.1). In img_1: corners [10,10,900,20,910,720,5,700].',
  image_detect_text: ({ image }) => `Text in ${image} (900x700): language eng, mean confidence 92, 2 lines, layout page. Boxes are px of ${image} as sent.\n`
    + '[40,40,700,70] conf 93: Agenda for {Tuesdav?51}\n[40,90,700,120] conf 92: bring your own notes and pens',
  image_zoom: ({ bbox }) => `img_1.3: 1400x100 (crop [${bbox}] of img_1.2, x2.00 lanczos). In img_1: corners [1,2,3,4,5,6,7,8].`,
};

// Streams do not get the client's own `output_text`.
const textOf = (response) => response.output.filter((item) => item.type === 'message').flatMap((item) => item.content).map((part) => part.text).join('');

async function streamed(request) {
  const stream = client.responses.stream(request);
  let expected = 0;
  const seen = new Set();
  let text = '';
  for await (const event of stream) {
    assert.equal(event.sequence_number, expected++, 'sequence numbers have no gap');
    seen.add(event.type);
    if (event.type === 'response.output_text.delta') text += event.delta;
  }
  const response = await stream.finalResponse();
  assert.equal(response.status, 'completed');
  assert.ok(response.usage.total_tokens > 0);
  assert.equal(textOf(response), text);
  return { response, seen };
}

async function pictureConversation() {
  const input = [{ role: 'user', content: [
    { type: 'input_text', text: 'img_1: board.jpg 1000x800' },
    { type: 'input_image', image_url: pixel, detail: 'auto' },
    { type: 'input_text', text: 'What does it say?' } ] }];
  const called = [];
  for (let round = 0; round < 12; ++round) {
    const { response, seen } = await streamed({ model, input, tools, store: false, include: ['reasoning.encrypted_content'], reasoning: { summary: 'auto' } });
    const calls = response.output.filter((item) => item.type === 'function_call');
    if (calls.length === 0) return { response, called };
    assert.ok(seen.has('response.function_call_arguments.delta') && seen.has('response.reasoning_summary_text.delta'));
    assert.ok(response.output[0].type === 'reasoning' && response.output[0].summary[0].text.length > 10, 'it says why');
    input.push(...response.output);
    for (const call of calls) {
      called.push(call.name);
      const output = [{ type: 'input_text', text: canned[call.name](JSON.parse(call.arguments)) }];
      if (output[0].text.startsWith('img_1.')) output.push({ type: 'input_image', image_url: pixel, detail: 'auto' });
      input.push({ type: 'function_call_output', call_id: call.call_id, output });
    }
    assert.equal(new Set(input.filter((item) => item.call_id && item.type === 'function_call').map((item) => item.call_id)).size, called.length, 'call ids differ');
  }
  assert.fail('no answer after twelve rounds');
}

const { response, called } = await pictureConversation();
for (const name of Object.keys(canned)) assert.ok(called.includes(name), `${name} was asked for`);
assert.match(textOf(response), /Agenda for \*Tuesdav\*\(\?\)\nbring your own notes and pens/);
assert.match(textOf(response), /https:\/\/example\.org\//);
const [note] = response.output.at(-1).content[0].annotations;
assert.equal(note.type, 'vitrine_unsure');
assert.equal([...textOf(response)].slice(note.start_index, note.end_index).join(''), 'Tuesdav');

const plain = await streamed({ model, input: 'Tell me a story' });
assert.match(textOf(plain.response), /not a language model/);
assert.ok(plain.seen.has('response.content_part.done') && plain.seen.has('response.completed'));

const whole = await client.responses.create({ model, input: 'Hello there' });
assert.equal(whole.object, 'response');
assert.match(whole.output_text, /offline assistant/);

const listed = [];
for await (const entry of client.models.list()) listed.push(entry.id);
assert.deepEqual(listed, [model]);

const stranger = new OpenAI({ baseURL, apiKey: 'vo-wrong', maxRetries: 0 });
await assert.rejects(stranger.responses.create({ model, input: 'x' }), (error) => error instanceof OpenAI.AuthenticationError && error.code === 'invalid_api_key');
await assert.rejects(client.responses.create({ model: 'gpt-5', input: 'x' }), (error) => error instanceof OpenAI.BadRequestError && error.code === 'model_not_found');

const cut = await client.responses.create({ model, input: 'Tell me a story', stream: true });
for await (const event of cut) { assert.equal(event.type, 'response.created'); break; } // leaves in the middle
assert.equal((await streamed({ model, input: 'Still there?' })).response.status, 'completed');

console.log(`picture conversation with ${called.length} calls, plain answers, refusals and a cut stream: as the official client expects`);
process.exit(0);
