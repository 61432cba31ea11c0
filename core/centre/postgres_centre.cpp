// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/postgres_centre.h"

#include <algorithm>

#include <boost/json.hpp>

#include "centre/array_text.h"
#include "centre/clerk_secrets.h"
#include "centre/connection.h"
#include "centre/push_text.h"
#include "centre/standby_reader.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;
using sync::PushAnswer;

namespace {

constexpr int kTries = 3;            // of a push that met another one half-way
constexpr int kFirstWithClerks = 2;  // schema

sync::Hello helloOf(const json::object& answer) {
  sync::Hello hello;
  hello.schema = int(answer.at("schema").as_int64());
  hello.centreNow = base::fromMillis(answer.at("now").as_int64());
  for (const json::value& v : answer.at("scopes").as_array()) {
    const json::object& scope = v.as_object();
    hello.scopes.push_back({{std::int32_t(scope.at("n").as_int64())},
                            json::value_to<std::string>(scope.at("kind")),
                            json::value_to<std::string>(scope.at("code")),
                            json::value_to<std::string>(scope.at("name"))});
  }
  return hello;
}

// Not a fault of the line but of what was said: another try of the same says the same.
bool isOfTheBatch(const base::Error& error) {
  const std::string_view area = error.fact("code").substr(0, 2);
  return error.kind == ErrorKind::internal && (area == "22" || area == "23" || area == "54");
}

PushAnswer unacceptable(std::int32_t epoch, const domain::WrittenOperation& operation, const base::Error& error) {
  PushAnswer answer;
  answer.epoch = epoch;
  answer.isTaken = true;
  answer.settled.push_back(
      {operation.id, sync::Outcome::postponed, 0, 0, {{"rule", "unacceptable"}, {"code", std::string(error.fact("code"))}}});
  return answer;
}

void append(PushAnswer& whole, PushAnswer&& half) {
  for (auto& settled : half.settled) whole.settled.push_back(std::move(settled));
  whole.writtenAt = std::max(whole.writtenAt, half.writtenAt);
  whole.isReplicationSure = whole.isReplicationSure && half.isReplicationSure;
  if (!half.reached.empty()) whole.reached = std::move(half.reached);
  whole.ownFrom.reset();
}

}  // namespace

PostgresCentre::PostgresCentre(DeskAccount account, Deadlines deadlines)
    : m_account(std::move(account)), m_deadlines(deadlines) {
  if (m_account.address.readsFromStandby)
    m_standby = std::make_unique<StandbyReader>(m_account.address, m_account.desk, m_deadlines, &m_isInterrupted);
}
PostgresCentre::~PostgresCentre() = default;

Result<void> PostgresCentre::connect() {
  if (m_connection != nullptr && m_connection->isUsable()) return base::success();
  if (m_connection != nullptr) askLast(m_connection->host());
  OW_TRY(m_connection, Connection::open(m_account.address, Wants::primary, m_deadlines.connect, &m_isInterrupted));
  return base::success();
}

void PostgresCentre::askLast(const std::string& host) {
  auto& hosts = m_account.address.hosts;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    if (m_account.address.name(i) != host) continue;
    std::rotate(hosts.begin(), hosts.begin() + std::ptrdiff_t(i) + 1, hosts.end());
    return;
  }
}

Result<void> PostgresCentre::beginSession() {
  OW_TRYV(connect());
  const std::string desk = m_account.desk.text();
  const std::string secret = "\\x" + m_account.secret.reveal();
  const std::string client = std::to_string(kClient);
  const Parameter parameters[] = {desk, secret, client};
  OW_TRY(const auto text,
         m_connection->value("SELECT ow_api.open_session($1::uuid, $2::bytea, $3::integer)", parameters, m_deadlines.poll));
  bool hasStoreKey = true;  // a centre of the version before does not ask for it
  try {
    const json::value answer = json::parse(text.value_or(""));
    m_hello = helloOf(answer.as_object());
    m_token = "\\x" + json::value_to<std::string>(answer.at("token"));
    if (const json::value* has = answer.as_object().if_contains("has_store_key")) hasStoreKey = has->as_bool();
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "open_session"}});
  }
  const std::string version = std::to_string(m_hello.schema);
  if (m_hello.schema < kOldestSchema)
    return base::fail(ErrorKind::centreTooOld, {{"version", version}, {"oldest", std::to_string(kOldestSchema)}});
  if (m_hello.schema < kFirstWithClerks) return base::success();
  OW_TRYV(keepStoreKey(hasStoreKey));
  return signIn();
}

Result<void> PostgresCentre::keepStoreKey(bool isKept) {
  if (isKept || m_account.sealedStoreKey.empty()) return base::success();
  const std::string sealed = "\\x" + m_account.sealedStoreKey;
  const Parameter parameters[] = {m_token, sealed};
  return m_connection->query("SELECT ow_api.keep_store_key($1::bytea, $2::bytea)", parameters, {}, m_deadlines.poll);
}

// The clerk proves himself over a login of his own, for a moment; the session names him from then on. A clerk who is not let in
// does not keep the desk's work from the centre, nor the news that he is not.
Result<void> PostgresCentre::signIn() {
  if (!m_account.clerk) return base::success();
  const Address own = m_account.address.as(staffRole(m_account.clerk->login), m_account.clerk->password.reveal());
  const Parameter parameters[] = {m_token};
  auto connected = Connection::open(own, Wants::primary, m_deadlines.connect, &m_isInterrupted);
  auto answered = [&]() -> Result<std::optional<std::string>> {
    if (!connected) return connected.error();
    return connected.value()->value("SELECT ow_clerk.sign_in($1::bytea)::text", parameters, m_deadlines.poll);
  }();
  if (!answered && answered.error().kind == ErrorKind::centreRefused) {
    m_hello.clerkRefusal = std::string(answered.error().fact("rule"));
    return base::success();
  }
  if (!answered) return answered.error();
  try {
    const json::value answer = json::parse(answered.value().value_or(""));
    m_hello.clerk = sync::ClerkProof{{base::Uuid::parse(json::value_to<std::string>(answer.at("staff"))).value()},
                                     base::fromMillis(answer.at("lease_until").to_number<std::int64_t>())};
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "sign_in"}});
  }
  return base::success();
}

Result<sync::Hello> PostgresCentre::hello() {
  OW_TRYV(beginSession());
  return m_hello;
}

Result<PostgresCentre::Said> PostgresCentre::said(Session session) {
  OW_TRYV(connect());
  if (m_token.empty() || session == Session::fresh) OW_TRYV(beginSession());
  return Said{m_connection.get(), &m_token};
}

Result<void> PostgresCentre::disagree(std::span<const base::Uuid> anchors) {
  OW_TRYV(connect());
  const std::string list = arrayText(anchors, [](const base::Uuid& id) { return id.text(); });
  const std::string shown = std::to_string(m_shownEpoch);
  const Parameter parameters[] = {m_token, list, shown};
  return m_connection->query("SELECT ow_api.disagree($1::bytea, $2::uuid[], $3::integer)", parameters, {}, m_deadlines.call);
}

Result<PushAnswer> PostgresCentre::push(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) {
  OW_TRYV(connect());
  for (int attempt = 1;; ++attempt) {
    auto answer = pushOnce(epoch, batch);
    if (answer) return answer;
    // Another desk moved an entity to another scope while this batch waited for its locks: nothing was done.
    const bool hasMet = answer.error().kind == ErrorKind::centreAway && answer.error().fact("detail").starts_with("40");
    if (hasMet && attempt < kTries) continue;
    if (!isOfTheBatch(answer.error())) return answer;
    if (batch.size() > 1) return pushHalves(epoch, batch);
    return unacceptable(epoch, batch.front(), answer.error());
  }
}

// One of them cannot be taken: the others must not wait for it.
Result<PushAnswer> PostgresCentre::pushHalves(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) {
  OW_TRY(auto whole, push(epoch, batch.first(batch.size() / 2)));
  if (!whole.isTaken) return whole;
  OW_TRY(auto half, push(epoch, batch.subspan(batch.size() / 2)));
  if (!half.isTaken) return half;  // a new epoch between the two: both are offered again
  append(whole, std::move(half));
  return whole;
}

Result<PushAnswer> PostgresCentre::pushOnce(std::int32_t epoch, std::span<const domain::WrittenOperation> batch) {
  const std::string number = std::to_string(epoch);
  const std::string text = pushText(batch);
  const Parameter parameters[] = {m_token, number, text};
  OW_TRY(const auto answer,
         m_connection->value("SELECT ow_api.push($1::bytea, $2::integer, $3::jsonb)", parameters, m_deadlines.call));
  OW_TRY(auto read, readPushAnswer(answer.value_or("")));
  read.isReplicationSure = !m_connection->hasWarned();
  if (read.isTaken && read.settled.size() != batch.size()) return base::fail(ErrorKind::internal, {{"where", "push_answer"}});
  return read;
}

}  // namespace ow::centre
