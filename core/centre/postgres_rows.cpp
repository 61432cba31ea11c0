// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "centre/array_text.h"
#include "centre/connection.h"
#include "centre/page_reading.h"
#include "centre/postgres_centre.h"
#include "centre/standby_reader.h"

// The reading half of PostgresCentre.
namespace ow::centre {

using base::ErrorKind;
using base::Result;
using sync::Cursor;
using sync::PulledRow;
using sync::RowSink;

namespace {

sync::ScopeHead headOf(const ServerRow& row) {
  return {{std::int32_t(row.integer(7))},
          row.integer(8),
          row.integer(9),
          static_cast<domain::RowDigest>(row.integer(10)),
          row.integer(11)};
}

template <class Answer>
Result<Answer> handOver(StandbyReader::Held<Answer>&& held, const RowSink& sink) {
  for (PulledRow& row : held.rows) OW_TRYV(sink(std::move(row)));
  return std::move(held.answer);
}

}  // namespace

Result<sync::Heads> PostgresCentre::heads(std::span<const Cursor> cursors, const base::Uuid& anchor) {
  OW_TRYV(connect());
  m_shownEpoch = 0;
  for (const Cursor& cursor : cursors) m_shownEpoch = std::max(m_shownEpoch, cursor.epoch);
  std::string staleness;
  OW_TRY(auto heads, askHeads(cursors, anchor, staleness));
  if (staleness == "t") {
    // A mark is due, or this history is a new one: the first who sees it says so.
    const Parameter parameters[] = {m_token};
    OW_TRYV(m_connection->query("SELECT ow_api.anchor($1::bytea)", parameters, {}, m_deadlines.call));
    OW_TRY(heads, askHeads(cursors, anchor, staleness));
  }
  if (m_standby != nullptr) m_standby->note(heads, m_connection->host());
  return heads;
}

Result<bool> PostgresCentre::isStill(std::span<const sync::ScopeHead> known) {
  OW_TRYV(connect());
  std::vector<sync::ScopeHead> sorted(known.begin(), known.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.scope < b.scope; });
  const std::string scopes = arrayText(sorted, [](const auto& head) { return std::to_string(head.scope.n); });
  const std::string expected = arrayText(
      sorted, [](const auto& head) { return std::to_string(head.pos) + "," + std::to_string(std::int64_t(head.digest)); });
  const Parameter parameters[] = {m_token, scopes};
  OW_TRY(const auto there, m_connection->value("SELECT ow_api.poll($1::bytea, $2::integer[])", parameters, m_deadlines.poll));
  return there == expected;
}

Result<sync::Heads> PostgresCentre::askHeads(std::span<const Cursor> cursors, const base::Uuid& anchor,
                                             std::string& staleness) {
  const CursorTexts texts(cursors);
  const std::string mark = anchor.text();
  const Parameter parameters[] = {m_token, texts.scopes, texts.epochs, texts.positions,
                                  anchor.isNil() ? Parameter() : Parameter(mark)};
  sync::Heads heads;
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.heads($1::bytea, $2::integer[], $3::integer[], $4::bigint[], $5::uuid)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        heads.epoch = std::int32_t(row.integer(0));
        staleness = row.text(1);
        heads.anchor = {row.uuid(2), base::fromMillis(row.integer(3))};
        heads.knowsAnchor = row.flag(4);
        heads.durableTo = static_cast<std::uint64_t>(row.integer(5));
        heads.centreNow = base::fromMillis(row.integer(6));
        if (!row.isNull(7)) heads.scopes.push_back(headOf(row));  // one row at least, for what is not of a scope
        return base::success();
      },
      m_deadlines.poll));
  return heads;
}

// Whether the primary has come that far in the same epoch, and shows it.
bool PostgresCentre::hasCome(std::span<const Cursor> ahead) {
  if (ahead.empty()) return true;
  if (m_connection == nullptr || !m_connection->isUsable()) return false;
  std::string staleness;
  const auto heads = askHeads(ahead, {}, staleness);
  if (!heads || heads.value().scopes.size() != ahead.size()) return false;
  for (std::size_t i = 0; i < ahead.size(); ++i)
    if (heads.value().epoch != ahead[i].epoch || heads.value().scopes[i].pos < ahead[i].pos) return false;
  return true;
}

Result<sync::PullAnswer> PostgresCentre::pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) {
  if (m_standby != nullptr)
    if (auto held = m_standby->pull(m_token, cursors, limit); held && hasCome(held->ahead))
      return handOver(std::move(*held), sink);
  OW_TRYV(connect());
  const CursorTexts texts(cursors);
  const std::string most = std::to_string(limit);
  const Parameter parameters[] = {m_token, texts.scopes, texts.epochs, texts.positions, most};
  PullReading reading(cursors, limit, sink);
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.pull($1::bytea, $2::integer[], $3::integer[], $4::bigint[], $5::integer)", parameters,
      [&reading](const ServerRow& row) { return reading.take(row); }, m_deadlines.call));
  return reading.answer();
}

Result<sync::FillAnswer> PostgresCentre::fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                              const RowSink& sink) {
  const std::string after = from.empty() ? "0" : from;  // the position of the last row delivered
  if (m_standby != nullptr)
    if (auto held = m_standby->fill(m_token, scope, after, limit); held && hasCome(held->ahead))
      return handOver(std::move(*held), sink);
  OW_TRYV(connect());
  const std::string number = std::to_string(scope.n);
  const std::string most = std::to_string(limit);
  const Parameter parameters[] = {m_token, number, after, most};
  FillReading reading(scope, limit, sink);
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.fill($1::bytea, $2::integer, $3::bigint, $4::integer)", parameters,
      [&reading](const ServerRow& row) { return reading.take(row); }, m_deadlines.call));
  return reading.answer();
}

Result<void> PostgresCentre::fetch(std::span<const sync::EntityKey> keys, const RowSink& sink) {
  OW_TRYV(connect());
  const std::string kinds = arrayText(keys, [](const sync::EntityKey& key) { return key.kind; });
  const std::string ids = arrayText(keys, [](const sync::EntityKey& key) { return key.id.text(); });
  const Parameter parameters[] = {m_token, kinds, ids};
  return m_connection->query(
      "SELECT * FROM ow_api.fetch($1::bytea, $2::text[], $3::uuid[])", parameters,
      [&](const ServerRow& row) {
        return sink(
            {{std::int32_t(row.integer(0))},
             row.integer(1),
             {row.text(2), {row.uuid(3)}, row.integer(4), static_cast<domain::RowDigest>(row.integer(5)), false, row.text(6)}});
      },
      m_deadlines.call);
}

Result<std::vector<sync::Bucket>> PostgresCentre::buckets(sync::ScopeId scope) {
  OW_TRYV(connect());
  const std::string number = std::to_string(scope.n);
  const Parameter parameters[] = {m_token, number};
  std::vector<sync::Bucket> buckets(sync::kBuckets);
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.buckets($1::bytea, $2::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        buckets.at(std::size_t(row.integer(0))) = {row.integer(1), static_cast<domain::RowDigest>(row.integer(2))};
        return base::success();
      },
      m_deadlines.call));
  return buckets;
}

Result<std::vector<sync::ListedRow>> PostgresCentre::listBucket(sync::ScopeId scope, int bucket) {
  OW_TRYV(connect());
  const std::string number = std::to_string(scope.n);
  const std::string which = std::to_string(bucket);
  const Parameter parameters[] = {m_token, number, which};
  std::vector<sync::ListedRow> rows;
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.list_bucket($1::bytea, $2::integer, $3::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        rows.push_back({{row.text(0), {row.uuid(1)}}, row.integer(2), static_cast<domain::RowDigest>(row.integer(3))});
        return base::success();
      },
      m_deadlines.call));
  return rows;
}

}  // namespace ow::centre
