// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/standby_reader.h"

#include <algorithm>

#include "centre/connection.h"
#include "centre/page_reading.h"

namespace ow::centre {

using base::ErrorKind;
using base::Result;
using sync::Cursor;

namespace {

// One statement, one snapshot: what a host is and what it has cannot change between the question and the page, and neither a
// pooler nor a promotion can slip another server in.
constexpr const char* kPull =
    "SELECT s.is_standby, p.* FROM (SELECT pg_is_in_recovery() AS is_standby) s "
    "LEFT JOIN LATERAL ow_api.pull($1::bytea, $2::integer[], $3::integer[], $4::bigint[], $5::integer) p ON s.is_standby";

// The mark tells a history that went back to a backup and kept its epoch.
constexpr const char* kFill =
    "SELECT s.is_standby, s.is_level, s.pos, f.* "
    "FROM (SELECT h.is_standby, h.is_standby AND h.epoch = $5::integer AND h.pos >= $6::bigint AND h.knows_anchor AS is_level, "
    "h.pos FROM (SELECT pg_is_in_recovery() AS is_standby, x.* FROM ow_api.heads($1::bytea, ARRAY[$2::integer], "
    "ARRAY[$5::integer], ARRAY[$6::bigint], $7::uuid) x) h) s "
    "LEFT JOIN LATERAL ow_api.fill($1::bytea, CASE WHEN s.is_level THEN $2::integer END, $3::bigint, $4::integer) f ON true";

sync::RowSink into(std::vector<sync::PulledRow>& rows) {
  return [&rows](sync::PulledRow&& row) -> Result<void> {
    rows.push_back(std::move(row));
    return base::success();
  };
}

// A session that has not come to the standby yet, or that is over: the primary knows which.
bool isRefusal(const base::Error& error) {
  return error.kind == ErrorKind::centreRefused;
}

}  // namespace

StandbyReader::StandbyReader(Address address, const base::Uuid& desk, const Deadlines& deadlines, const std::atomic<bool>* stop)
    : m_address(std::move(address)), m_deadlines(deadlines), m_stop(stop) {
  auto& hosts = m_address.hosts;
  if (hosts.empty()) return;
  const auto first = desk.bytes.back() % hosts.size();  // the last byte of an id is random in every version that we use
  std::rotate(hosts.begin(), hosts.begin() + std::ptrdiff_t(first), hosts.end());
}
StandbyReader::~StandbyReader() = default;

void StandbyReader::note(const sync::Heads& heads, const std::string& primary) {
  m_primary = primary;
  if (m_connection != nullptr && m_connection->host() == primary) giveUp();
  for (const sync::ScopeHead& head : heads.scopes) m_told[head.scope] = {heads.epoch, head.pos, heads.anchor.id};
}

bool StandbyReader::hasNews(std::span<const Cursor> cursors) const {
  return std::any_of(cursors.begin(), cursors.end(), [this](const Cursor& cursor) {
    const auto told = m_told.find(cursor.scope);
    return told != m_told.end() && told->second.epoch == cursor.epoch && told->second.pos > cursor.pos;
  });
}

bool StandbyReader::isTold(const Cursor& head) const {
  const auto told = m_told.find(head.scope);
  return told != m_told.end() && told->second.epoch == head.epoch && told->second.pos >= head.pos;
}

// To a standby at another host than the primary's: nobody has to connect there to learn that it is none.
bool StandbyReader::connect() {
  if (m_connection != nullptr && m_connection->isUsable()) return true;
  if (std::chrono::steady_clock::now() < m_notBefore) return false;
  Address others = m_address;
  others.hosts.clear();
  for (std::size_t i = 0; i < m_address.hosts.size(); ++i)
    if (m_address.name(i) != m_primary) others.hosts.push_back(m_address.hosts[i]);
  auto opened = Connection::open(others, Wants::standby, m_deadlines.standbyConnect, m_stop);
  if (opened) m_connection = std::move(opened.value());
  if (!opened) giveUp();
  return opened.has_value();
}

void StandbyReader::giveUp() {
  m_connection.reset();
  m_notBefore = std::chrono::steady_clock::now() + m_deadlines.standbyAgain;
}

std::optional<StandbyReader::Held<sync::PullAnswer>> StandbyReader::pull(const std::string& token,
                                                                         std::span<const Cursor> cursors, std::size_t limit) {
  if (!hasNews(cursors) || !connect()) return {};
  const CursorTexts texts(cursors);
  const std::string most = std::to_string(limit);
  const Parameter parameters[] = {token, texts.scopes, texts.epochs, texts.positions, most};
  Held<sync::PullAnswer> held;
  const sync::RowSink sink = into(held.rows);
  PullReading reading(cursors, limit, sink, 1);
  bool isStandby = false;
  const auto asked = m_connection->query(
      kPull, parameters,
      [&](const ServerRow& row) -> Result<void> {
        isStandby = row.flag(0);
        return isStandby ? reading.take(row) : base::success();
      },
      m_deadlines.call, m_deadlines.standbySilence);
  if (!asked && isRefusal(asked.error())) return {};
  if (!asked || !isStandby) {
    giveUp();
    return {};
  }
  held.answer = reading.answer();
  if (held.answer.status != sync::PullStatus::ok || std::ranges::equal(held.answer.reached, cursors)) return {};
  for (const Cursor& head : reading.heads())
    if (!isTold(head)) held.ahead.push_back(head);
  return held;
}

std::optional<StandbyReader::Held<sync::FillAnswer>> StandbyReader::fill(const std::string& token, sync::ScopeId scope,
                                                                         const std::string& from, std::size_t limit) {
  const auto told = m_told.find(scope);
  if (told == m_told.end() || !connect()) return {};
  const std::string number = std::to_string(scope.n);
  const std::string most = std::to_string(limit);
  const std::string epoch = std::to_string(told->second.epoch);
  const std::string level = std::to_string(told->second.pos);
  const std::string mark = told->second.anchor.text();
  const Parameter parameters[] = {
      token, number, from, most, epoch, level, told->second.anchor.isNil() ? Parameter() : Parameter(mark)};
  Held<sync::FillAnswer> held;
  const sync::RowSink sink = into(held.rows);
  constexpr int kFirst = 3;
  FillReading reading(scope, limit, sink, kFirst);
  bool isStandby = false;
  bool isLevel = false;
  Cursor head{scope, told->second.epoch, 0};
  const auto asked = m_connection->query(
      kFill, parameters,
      [&](const ServerRow& row) -> Result<void> {
        isStandby = row.flag(0);
        isLevel = row.flag(1);
        head.pos = row.integer(2);
        return row.isNull(kFirst) ? base::success() : reading.take(row);
      },
      m_deadlines.call, m_deadlines.standbySilence);
  if (!asked && isRefusal(asked.error())) return {};
  if (!asked || !isStandby) {
    giveUp();
    return {};
  }
  if (!isLevel) return {};
  held.answer = reading.answer();
  if (!isTold(head)) held.ahead.push_back(head);
  return held;
}

}  // namespace ow::centre
