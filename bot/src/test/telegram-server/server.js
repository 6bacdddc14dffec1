// Starts telegram-test-api behind a proxy that mends what a strict client cannot read: dates in
// milliseconds, edits that are confirmed with nothing, and a bot that is not said to be one.
const http = require('http');
const TelegramServer = require('telegram-test-api');

const [port, inner] = process.argv.slice(2).map(Number);

const mended = (text) => {
  const body = JSON.parse(text);
  if (body.ok && body.result === null) {
    body.result = true;
  }
  if (body.result && body.result.username && body.result.is_bot === undefined) {
    body.result.is_bot = true;
  }
  if (body.result && body.result.date > 1e11) {
    body.result.date = Math.floor(body.result.date / 1000);
  }
  return JSON.stringify(body);
};

const proxy = http.createServer((request, response) => {
  const onwards = http.request(
    { port: inner, host: 'localhost', path: request.url, method: request.method, headers: request.headers },
    (answer) => {
      let text = '';
      answer.on('data', (chunk) => { text += chunk; });
      answer.on('end', () => {
        response.writeHead(answer.statusCode, { 'Content-Type': 'application/json' });
        response.end(mended(text));
      });
    });
  request.pipe(onwards);
});

new TelegramServer({ port: inner, host: 'localhost' })
  .start()
  .then(() => proxy.listen(port, '127.0.0.1', () => console.log(`listening on ${port}`)));
