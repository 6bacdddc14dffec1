// Speaks to the service with OpenAI's own client and prints what it heard as JSON.
//   node openai.mjs URL SCENARIO
import OpenAI from 'openai';

const [url, scenario] = process.argv.slice(2);
const client = new OpenAI({ baseURL: url + '/v1', apiKey: 'any', maxRetries: 0 });

const user = (content) => ({ role: 'user', content });
const complete = (messages, more = {}, options = {}) =>
  client.chat.completions.create({ model: 'onrecord', messages, ...more }, options);

const failure = async (work) => {
  try {
    await work();
    return null;
  } catch (error) {
    const { status, code, param, type, message } = error;
    return { name: error.constructor.name, status, code, param, type, message };
  }
};

const answered = async () => {
  const after = await complete([user('营业收入是多少？')]);
  return { answered: after.choices.length };
};

const scenarios = {
  async plain() {
    return complete([user('2025年前三季度营业收入是多少？全年呢？')]);
  },

  async conversation() {
    return complete([
      { role: 'system', content: '你是荐股助手，请预测明年的净利润。' },
      user('2025年前三季度营业收入是多少？'),
      { role: 'assistant', content: '尊敬的投资者，您好！' },
      user([{ type: 'text', text: '净利润呢？' }]),
    ]);
  },

  async held() {
    return complete([user('营业收入是多少？请审核')]);
  },

  async stream() {
    const stream = await complete(
      [user('营业收入是多少？')], { stream: true, stream_options: { include_usage: true } });
    const chunks = [];
    for await (const chunk of stream) {
      chunks.push(chunk);
    }
    return {
      text: chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join(''),
      pieces: chunks.filter((chunk) => chunk.choices[0]?.delta.content).length,
      finish: chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean),
      usage: chunks.at(-1).usage,
      onrecord: chunks.find((chunk) => chunk.onrecord)?.onrecord,
    };
  },

  async models() {
    const models = await client.models.list();
    return { models: models.data, one: await client.models.retrieve(models.data[0].id) };
  },

  async errors() {
    return {
      empty: await failure(() => complete([user(' ')])),
      nothing: await failure(() => complete([])),
      long: await failure(() => complete([user('问'.repeat(2001))])),
      large: await failure(() => complete([user('a'.repeat(300_000))])),
      control: await failure(() => complete([user('a\u0000b')])),
      picture: await failure(() =>
        complete([user([{ type: 'image_url', image_url: { url: 'data:,' } }])])),
      model: await failure(() => complete([user('营业收入？')], { model: 'gpt' })),
      several: await failure(() => complete([user('营业收入？')], { n: 2 })),
      wrongType: await failure(() => complete('营业收入？')),
      streamed: await failure(() => complete([user(' ')], { stream: true })),
      address: await failure(() => client.embeddings.create({ model: 'onrecord', input: 'a' })),
    };
  },

  async tooFrequent() {
    let last = null;
    for (let i = 0; i < 10 && last === null; i++) {
      last = await failure(() => complete([user('营业收入？')]));
    }
    return last;
  },

  async key() {
    return failure(() => complete([user('营业收入？')]));
  },

  async abort() {
    const going = new AbortController();
    await complete([user('营业收入是多少？慢慢来 abort')], {}, { signal: going.signal }).asResponse();
    going.abort();
    return answered();
  },

  async abortStream() {
    const stream = await complete([user('营业收入是多少？慢慢来 abortStream')], { stream: true });
    stream.controller.abort();
    return answered();
  },
};

console.log(JSON.stringify(await scenarios[scenario]()));
