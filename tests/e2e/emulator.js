// A Bot API server for tests. telegram-test-api keeps the bots' messages and webhooks; this front answers as
// api.telegram.org does, delivers updates, records every call, and fails on demand.
//
// Run: node emulator.js [port]    prints the port that it listens on (loopback only) and ends when stdin closes.

import crypto from "node:crypto";
import express from "express";
import TelegramServer from "telegram-test-api";

const LONGEST_POLL_S = 50;
const WEBHOOK_TRIES = 5; // deliveries of one update to a webhook that doesn't answer 2xx
const WEBHOOK_PAUSE_MS = 100;
const PROSE = new Set(["text", "caption", "title", "description", "inline_message_id"]); // never decoded as JSON
const ECHOED = ["parse_mode", "link_preview_options", "reply_parameters", "entities", "chat_id", "text",
  "caption", "disable_notification", "protect_content", "message_thread_id"];
const SILENT = ["sendChatAction", "setMyCommands", "deleteMyCommands", "setMyDescription", "setMyShortDescription",
  "setChatMenuButton", "setMessageReaction", "answerInlineQuery", "leaveChat", "close", "logOut"]; // change nothing

const telegram = new TelegramServer();
const bots = new Map(); // token -> bot
const calls = []; // every call of every bot, in the order of arrival
const faults = []; // what shall fail next
const files = new Map(); // file_id -> { path, data }
const watchers = new Set(); // woken when a call arrives and when it is answered

class Refusal extends Error {
  constructor(code, description, parameters) {
    super(description);
    Object.assign(this, { code, parameters });
  }
}

// --- the Bot API's methods: (bot, parameters, files, connection) -> result

const methods = {
  getMe: (bot) => bot.user,
  getUpdates,
  setWebhook,
  deleteWebhook: (bot, { drop_pending_updates: drop }) => {
    telegram.deleteWebhook(bot.token);
    if (String(drop) === "true") bot.pending.length = 0;
    return true;
  },
  getWebhookInfo: (bot) => ({
    url: telegram.webhooks[bot.token]?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: bot.pending.length,
  }),
  sendMessage: (bot, given) => {
    if (!String(given.text ?? "").trim()) throw new Refusal(400, "Bad Request: message text is empty");
    return sent(bot, given, { text: plain(given.text, given.parse_mode) });
  },
  sendPhoto: (bot, given, uploads) => sent(bot, given, {
    photo: [{ ...stored(uploads.photo ?? given.photo), width: 1, height: 1 }],
    caption: plain(given.caption, given.parse_mode),
  }),
  sendDocument: (bot, given, uploads) => sent(bot, given, {
    document: stored(uploads.document ?? given.document), caption: plain(given.caption, given.parse_mode),
  }),
  editMessageText: (bot, given) => edited(bot, given, { text: plain(given.text, given.parse_mode) }),
  editMessageReplyMarkup: (bot, given) => edited(bot, given, {}),
  deleteMessage: (bot, given) => {
    if (telegram.deleteMessage(Number(given.chat_id), Number(given.message_id))) return true;
    throw new Refusal(400, "Bad Request: message to delete not found");
  },
  answerCallbackQuery: (bot, given) => {
    if (bot.queries.has(given.callback_query_id)) return true;
    throw new Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
  },
  getChatAdministrators: (bot, { chat_id: chat }) => bot.admins.get(String(chat)) ?? [],
  getChat: (bot, { chat_id: id }) => {
    const chat = [...bot.known.values()].map((one) => one.chat)
      .find((one) => String(one.id) === String(id) || `@${one.username}` === id);
    if (!chat) throw new Refusal(400, "Bad Request: chat not found");
    return { accent_color_id: 0, max_reaction_count: 11,
      accepted_gift_types: { unlimited_gifts: false, limited_gifts: false, unique_gifts: false,
        premium_subscription: false, gifts_from_channels: false }, ...chat };
  },
  getChatMember: (bot, { chat_id: id, user_id: user }) => {
    const member = bot.known.get(String(id))?.members[String(user)];
    return { status: "member", ...member, user: { id: Number(user), is_bot: false, first_name: "Somebody" } };
  },
  getFile: (bot, { file_id: id }) => {
    const file = files.get(id);
    if (!file) throw new Refusal(400, "Bad Request: invalid file_id");
    return { file_id: id, file_unique_id: id, file_size: file.data.length, file_path: file.path };
  },
  ...Object.fromEntries(SILENT.map((name) => [name, () => true])),
};

function sent(bot, given, content) {
  const message = telegram.addBotMessage({ ...given, ...content }, bot.token);
  return shown(bot, { ...message, chat: bot.chats.get(String(given.chat_id)) ?? message.chat }, given, content);
}

function edited(bot, given, content) {
  const kept = bot.messages.get(`${given.chat_id} ${given.message_id}`);
  if (!kept) throw new Refusal(400, "Bad Request: message to edit not found");
  const before = JSON.stringify([kept.source, kept.reply_markup]);
  const source = "text" in given ? given.text : kept.source;
  if (before === JSON.stringify([source, given.reply_markup])) {
    throw new Refusal(400, "Bad Request: message is not modified: specified new message content and reply markup are "
      + "exactly the same as a current content and reply markup of the message");
  }
  telegram.editMessageText({ ...given, ...content });
  return shown(bot, { ...kept.message, edit_date: now(), reply_markup: given.reply_markup }, given, content);
}

/** A bot's message as Telegram returns it: with its sender, in seconds, and nothing of the request but the content. */
function shown(bot, message, given, content) {
  const clean = Object.fromEntries(Object.entries(message).filter(([name]) => !ECHOED.includes(name)));
  const result = { ...clean, ...content, from: bot.user, date: message.edit_date ? message.date : now() };
  const kept = bot.messages.get(`${given.chat_id} ${result.message_id}`);
  const source = given.text ?? given.caption ?? kept?.source;
  const place = `${given.chat_id} ${result.message_id}`;
  bot.messages.set(place, { message: result, source, reply_markup: given.reply_markup });
  return result;
}

function stored(upload) {
  if (!upload?.data) return { file_id: String(upload), file_unique_id: String(upload) };
  return keep(upload.name, upload.data);
}

function keep(name, data) {
  const id = crypto.randomUUID();
  files.set(id, { path: `documents/file_${files.size}`, data }); // Telegram, too, keeps users' names out of its paths
  return { file_id: id, file_unique_id: id, file_name: name, file_size: data.length };
}

function plain(text, mode) {
  if (text === undefined || mode !== "HTML") return text;
  const named = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return text.replace(/<[^>]*>/g, "").replace(/&(lt|gt|quot|amp);/g, (_, name) => named[name]);
}

const now = () => Math.floor(Date.now() / 1000);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// --- updates: waiting for the bot to fetch them, or sent to its webhook

/** Put an update in the bot's queue, with the numbers and dates that Telegram gives; ids that are given are kept. */
function arrive(bot, given) {
  const update = { update_id: telegram.updateId++, ...given };
  for (const kind of ["message", "edited_message"]) {
    if (update[kind]) update[kind] = { message_id: telegram.messageId++, date: now(), ...update[kind] };
  }
  const query = update.callback_query;
  if (query) update.callback_query = { id: String(telegram.callbackId++), chat_instance: "1", ...query };
  if (query) bot.queries.add(update.callback_query.id);
  const chat = (update.message ?? query?.message)?.chat;
  if (chat) bot.chats.set(String(chat.id), chat);
  bot.pending.push(update);
  telegram.webhooks[bot.token] ? void pushed(bot) : bot.poll?.();
  return update;
}

/** Long polling: waits for an update, until the time-out, until the connection closes, or until another poll comes. */
async function getUpdates(bot, { offset, limit = 100, timeout = 0 }, _, connection) {
  if (telegram.webhooks[bot.token]) throw new Refusal(409, "Conflict: can't use getUpdates while webhook is active");
  bot.poll?.(new Refusal(409, "Conflict: terminated by other getUpdates request"));
  if (offset !== undefined) bot.pending = bot.pending.filter((update) => update.update_id >= Number(offset));
  if (!bot.pending.length) {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, Math.min(Number(timeout), LONGEST_POLL_S) * 1000);
      bot.poll = (refusal) => {
        clearTimeout(timer);
        bot.poll = undefined;
        refusal ? reject(refusal) : resolve();
      };
      connection.on("close", resolve);
    });
  }
  return bot.pending.slice(0, Number(limit));
}

function setWebhook(bot, given) {
  if (!given.url?.startsWith("https://")) throw new Refusal(400, "Bad Request: an HTTPS URL must be provided");
  telegram.setWebhook(given, bot.token);
  void pushed(bot);
  return true;
}

/** Send what is pending to the bot's webhook, by way of the "proxy" that stands for its public address. */
async function pushed(bot) {
  if (bot.pushing) return;
  bot.pushing = true;
  while (bot.pending.length && telegram.webhooks[bot.token]) {
    const { url, secret_token: secret = "" } = telegram.webhooks[bot.token];
    await pushedOne(bot.proxy + new URL(url).pathname, secret, bot.pending.shift());
  }
  bot.pushing = false;
}

async function pushedOne(url, secret, update) {
  const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
  for (let tries = 0; tries < WEBHOOK_TRIES; tries++) {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update) }).catch(() => undefined);
    if (response?.ok) return;
    await pause(WEBHOOK_PAUSE_MS);
  }
}

// --- calls: decode, record, fail where a fault is due, answer

async function read(request) {
  const type = request.headers["content-type"] ?? "";
  if (!request.body?.length) return [{ ...request.query }, {}];
  if (type.startsWith("application/json")) return [JSON.parse(request.body), {}];
  const form = await new Response(request.body, { headers: { "content-type": type } }).formData();
  const [given, uploads] = [{}, {}];
  for (const [name, value] of form) {
    if (typeof value === "string") given[name] = PROSE.has(name) ? value : decoded(value);
    else uploads[name] = { name: value.name, data: Buffer.from(await value.arrayBuffer()) };
  }
  return [given, uploads];
}

function decoded(value) {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function call(request, response) {
  const { token, method } = request.params;
  const bot = bots.get(token);
  const [given, uploads] = await read(request);
  const sizes = Object.fromEntries(Object.entries(uploads).map(([name, file]) => [name, file.data.length]));
  const record = { number: calls.length, token, method, given, uploads: sizes, at: Date.now() };
  calls.push(record);
  wakeAll();
  const fault = due(record);
  if (fault?.hang) await pause(fault.hang);
  if (fault && !fault.late && fails(fault)) return failed(fault, record, response);
  const [status, body] = await answered(bot, method, given, uploads, response);
  Object.assign(record, { took: body.ok, result: body.result ?? null, error: body.description ?? null });
  if (fault && fails(fault)) return failed(fault, record, response);
  finished(record, status);
  return response.status(status).json(body);
}

async function answered(bot, method, given, uploads, connection) {
  try {
    if (!bot) throw new Refusal(401, "Unauthorized");
    if (!methods[method]) throw new Refusal(404, "Not Found: method not found");
    return [200, { ok: true, result: await methods[method](bot, given, uploads, connection) }];
  } catch (error) {
    const [code, description] = error instanceof Refusal ? [error.code, error.message] : [500, String(error.stack)];
    return [code, { ok: false, error_code: code, description, parameters: error.parameters }];
  }
}

/** The fault that this call runs into, if any: it hangs for so many ms, and then goes on or fails. It fails by dropping
 *  the connection or by a status with a body; a "late" one fails after the call was carried out. */
function due({ token, method, given }) {
  const fault = faults.find((one) => one.token === token && one.method === method && one.times > 0
    && (!one.chat || String(one.chat) === String(given.chat_id)));
  if (fault) fault.times -= 1;
  return fault;
}

const fails = (fault) => fault.drop || fault.status;

function failed(fault, record, response) {
  finished(record, fault.drop ? 0 : fault.status);
  if (fault.drop) response.socket?.destroy();
  else response.status(fault.status).send(fault.body ?? "");
}

function finished(record, status) {
  Object.assign(record, { status, finished: true });
  wakeAll();
}

function wakeAll() {
  for (const wake of watchers) wake();
}

// --- the tests' own routes

const tests = express.Router();
tests.use(express.json({ limit: "60mb" }));

tests.post("/bots", ({ body: { token, username, proxy } }, response) => {
  const user = { id: Number(token.split(":")[0]), is_bot: true, first_name: username, username,
    can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true };
  bots.set(token, { token, user, proxy, pending: [], queries: new Set(), admins: new Map(), known: new Map(),
     chats: new Map(), messages: new Map() });
  response.json(user);
});

tests.post("/updates", ({ body: { token, update } }, response) => response.json(arrive(bots.get(token), update)));

tests.post("/admins", ({ body: { token, chat, users } }, response) => {
  bots.get(token).admins.set(String(chat), users.map((user) => ({ status: "administrator", user, can_be_edited: false,
    is_anonymous: false, can_manage_chat: true, can_delete_messages: true, can_manage_video_chats: true,
    can_restrict_members: true, can_promote_members: false, can_change_info: true, can_invite_users: true,
    can_post_stories: false, can_edit_stories: false, can_delete_stories: false })));
  response.json(true);
});

/** A chat that getChat and getChatMember know; members by user id, as ChatMember without the user. */
tests.post("/chats", ({ body: { token, chat, members } }, response) => {
  bots.get(token).known.set(String(chat.id), { chat, members });
  response.json(true);
});

tests.post("/faults", ({ body }, response) => {
  faults.push({ times: 1, ...body });
  response.json(true);
});

tests.post("/files", ({ body: { name, base64 } }, response) => {
  response.json(keep(name, Buffer.from(base64, "base64")));
});

/** The calls from a number on that are as wanted; waits for the first where there is none yet. A call is "finished"
 *  when it was answered, one way or another; it "took" when it was carried out, whether the bot heard of it or not. */
tests.post("/calls", async ({ body }, response) => {
  const { token, after = 0, wait = 0, methods: wanted, given = {}, state = "finished" } = body;
  const found = () => calls.slice(after).filter((one) => (state === "any" || one[state])
    && (!token || one.token === token)
    && (!wanted || wanted.includes(one.method))
    && Object.entries(given).every(([name, value]) => String(one.given[name]) === String(value)));
  if (wait && !found().length) {
    await new Promise((resolve) => {
      const done = () => (watchers.delete(wake), clearTimeout(timer), resolve());
      const wake = () => found().length && done();
      const timer = setTimeout(done, wait);
      watchers.add(wake);
      response.on("close", done);
    });
  }
  response.json({ calls: found(), total: calls.length });
});

const app = express();
app.use("/test", tests);
app.get("/file/bot:token/*", (request, response) => {
  const file = [...files.values()].find((one) => one.path === request.params[0]);
  if (file && bots.has(request.params.token)) response.send(file.data);
  else response.status(404).json({ ok: false, error_code: 404 });
});
app.all("/bot:token/:method", express.raw({ type: () => true, limit: "60mb" }), (request, response, next) => {
  call(request, response).catch(next);
});

const server = app.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => console.log(server.address().port));
server.keepAliveTimeout = 0; // never: a connection that we close while the bot reuses it would look like a fault
process.stdin.on("end", () => process.exit(0)).resume();
