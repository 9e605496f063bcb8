// What a program that uses Repzo's client does, against the server and with the token given.
import assert from "node:assert/strict";
import Repzo from "repzo";

const [server, token] = process.argv.slice(2);

function clientWith(apiKey) {
  const repzo = new Repzo(apiKey, { env: "local", retryAttempts: 1 });
  repzo.svAPIEndpoint = server;
  return repzo.clientContact;
}

const contacts = clientWith(token);

async function finds(params, ...expected) {
  const found = await contacts.find(params);
  const said = JSON.stringify(params);
  assert.deepEqual(found.data.map((contact) => contact._id), expected.map((contact) => contact._id), said);
  assert.equal(found.total_result, expected.length, said);
  assert.equal(found.current_count, expected.length, said);
  assert.equal(found.pagination.total, expected.length, said);
}

async function refuses(status, error, call) {
  await assert.rejects(call, (failure) => {
    assert.equal(failure.response?.status ?? failure.status, status, String(failure));
    assert.deepEqual(failure.response?.data ?? failure.data, { success: false, error });
    return true;
  });
}

// create, with everything that the types have
const body = {
  name: "John Smith",
  local_name: "جون سميث",
  phone1: "+1234567890",
  phone2: "+1234567891",
  email: "john.smith@example.com",
  title: "Sales Manager",
  extra_info: "Primary contact for technical issues",
  disabled: false,
  media: ["https://example.org/a.png"],
  cover_photo: "https://example.org/c.png",
  integration_meta: { external_id: "contact_123", جون: [1, 2.5, true, null, { a: {} }] },
  company_namespace: ["company1"],
  creator: { _id: "60f1b2b3c9e9a12345678901", type: "admin", name: "Admin User", admin: "60f1b2b3c9e9a12345678901" },
  editor: { _id: "60f1b2b3c9e9a12345678901", type: "rep", rep: "60f1b2b3c9e9a12345678901" },
};
const john = await contacts.create(body);
const { _id, createdAt, updatedAt, __v, ...sent } = john.data;
assert.deepEqual(sent, body);
assert.equal(__v, 0);
assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
assert.equal(updatedAt, createdAt);
for (const [member, value] of Object.entries(john.data)) {
  assert.deepEqual(john[member], value, member);
}
const jane = await contacts.create({ name: "Jane", local_name: "جين" });
assert.equal(jane.creator.type, "rep");
assert.equal(jane.company_namespace.length, 1);
const odd = await contacts.create({ name: "a:b,$ [c] {d}" });
await refuses(400, "Invalid request parameters: name is required", () => contacts.create({ title: "Nobody" }));

// get
assert.deepEqual(await contacts.get(john._id), john);
await refuses(404, "Client contact not found", () => contacts.get("60f1b2b3c9e9a12345678901"));

// find, with each filter
const before = Date.parse(createdAt) - 1;
const after = Date.now() + 1000;
await finds(undefined, john, jane, odd);
await finds({ _id: jane._id }, jane);
await finds({ _id: [john._id, odd._id, "nobody"] }, john, odd);
await finds({ name: "John Smith" }, john);
await finds({ name: "john smith" });
await finds({ name: ["John Smith", "a:b,$ [c] {d}"] }, john, odd);
await finds({ search: "SMITH" }, john);
await finds({ search: "ميث" }, john);
await finds({ search: "[c] {" }, odd);
await finds({ from_updatedAt: before, to_updatedAt: after }, john, jane, odd);
await finds({ from_updatedAt: after });
await finds({ to_updatedAt: before + 1 });
await finds({ from__id: john._id, to__id: odd._id }, jane);
await finds({ sortBy: [{ field: "_id", type: "desc" }] }, odd, jane, john);
await finds({ sort: "name" }, odd, jane, john);
await finds({ sort: "-name" }, john, jane, odd);
await finds({ sort: "name", sortPageOrder: "dsc" }, john, jane, odd);
await finds({ search: "j", name: ["Jane", "John Smith"], _id: [john._id], from_updatedAt: before }, john);
const second = await contacts.find({ page: 2, per_page: 2, name: ["John Smith", "Jane", "a:b,$ [c] {d}"] });
assert.deepEqual(second.data.map((contact) => contact._id), [odd._id]);
assert.deepEqual(
  [second.total_result, second.current_count, second.total_pages, second.current_page, second.per_page],
  [3, 1, 2, 2, 2],
);
assert.equal(second.next_page_url, null);
assert.match(second.prev_page_url, /[?&]page=1$/);
await refuses(400, "Invalid request parameters: per_page must be a whole number from 1 to 100", () =>
  contacts.find({ per_page: 101 }),
);

// update: what is not sent stays
const updated = await contacts.update(john._id, { ...john.data, title: "Senior Sales Manager", phone2: undefined });
assert.deepEqual({ ...updated.data, updatedAt }, { ...john.data, title: "Senior Sales Manager" });
assert.equal((await contacts.update(john._id, { disabled: true })).disabled, true);
await finds({ search: "john" }, john);

// remove: once
assert.equal((await contacts.remove(john._id)).name, "John Smith");
await refuses(404, "Client contact not found", () => contacts.remove(john._id));
await finds({}, jane, odd);

await refuses(401, "Authentication required", () => clientWith("nonsense").find());

console.log("the story is told");
