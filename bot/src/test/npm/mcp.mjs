// Speaks to the service with the Model Context Protocol's own client and prints what it heard as JSON.
//   node mcp.mjs URL SCENARIO
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, scenario] = process.argv.slice(2);
const client = new Client({ name: 'test', version: '1' });

const failure = async (work) => {
  try {
    await work();
    return null;
  } catch (error) {
    return { code: error.code, message: error.message };
  }
};

const call = (name, given) => client.callTool({ name, arguments: given });
const links = (result) => result.content.filter((content) => content.type === 'resource_link');
const read = (link) => client.readResource({ uri: link.uri });

const scenarios = {
  // What a tool gives is checked by the client against the schema of its result once it knows it.
  async tools() {
    const { tools } = await client.listTools();
    const asked = await call('ask', { question: '营业收入是多少？', conversation: ['去年呢？'] });
    const found = await call('search', { query: '营业收入', k: 5 });
    const passage = await call('get_passage', { id: found.structuredContent.evidence[0].passageId });
    return {
      server: client.getServerVersion().name,
      tools,
      asked,
      cited: await Promise.all(links(asked).map(read)),
      found,
      foundPassages: await Promise.all(links(found).map(read)),
      passage,
    };
  },

  async resources() {
    const { resources } = await client.listResources();
    const { resourceTemplates } = await client.listResourceTemplates();
    return { resources, resourceTemplates, first: await read(resources[0]) };
  },

  async held() {
    const asked = await call('ask', { question: '营业收入是多少？请审核' });
    const citation = `onrecord://answers/${asked.structuredContent.id}/citations/1`;
    return { asked, citation: await failure(() => read({ uri: citation })) };
  },

  async errors() {
    return {
      empty: await call('ask', { question: ' ' }),
      nothing: await call('ask', {}),
      long: await call('ask', { question: '问'.repeat(2001) }),
      control: await call('ask', { question: 'a\u0000b' }),
      wrongType: await call('ask', { question: 12 }),
      wrongTime: await call('ask', { question: '营业收入？', asOf: 'never' }),
      kind: await call('search', { query: '营业收入', kind: 'NOVEL' }),
      passage: await call('get_passage', { id: '../../etc/passwd' }),
      tool: await failure(() => call('publish', {})),
      resource: await failure(() => read({ uri: 'onrecord://disclosures/nothing' })),
      large: await failure(() => call('ask', { question: 'a'.repeat(300_000) })),
      after: await call('ask', { question: '营业收入是多少？' }),
    };
  },

  async ask() {
    return call('ask', { question: '营业收入是多少？' });
  },
};

const heard = await failure(() => client.connect(new StreamableHTTPClientTransport(new URL(url + '/mcp'))));
console.log(JSON.stringify(heard ?? await scenarios[scenario]()));
await client.close();
