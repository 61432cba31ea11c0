// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "centre/array_text.h"
#include "centre/connection.h"
#include "centre/postgres_centre.h"

// The reading half of PostgresCentre.
namespace ow::centre {

using base::ErrorKind;
using base::Result;
using sync::Cursor;
using sync::PulledRow;
using sync::RowSink;

namespace {

// The three arrays by which heads and pull name cursors.
struct CursorTexts {
  std::string scopes, epochs, positions;
  explicit CursorTexts(std::span<const Cursor> cursors)
      : scopes(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.scope.n); })),
        epochs(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.epoch); })),
        positions(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.pos); })) {}
};

sync::PullStatus statusOf(std::string_view word) {
  if (word == "ok" || word == "head") return sync::PullStatus::ok;
  if (word == "above_head") return sync::PullStatus::aboveHead;
  return word == "too_old" ? sync::PullStatus::tooOld : sync::PullStatus::otherEpoch;
}

void moveTo(std::vector<Cursor>& cursors, sync::ScopeId scope, std::int64_t pos) {
  for (Cursor& cursor : cursors)
    if (cursor.scope == scope) cursor.pos = pos;
}

sync::ScopeHead headOf(const ServerRow& row) {
  return {{std::int32_t(row.integer(7))},
          row.integer(8),
          row.integer(9),
          static_cast<domain::RowDigest>(row.integer(10)),
          row.integer(11)};
}

}  // namespace

Result<sync::Heads> PostgresCentre::heads(std::span<const Cursor> cursors, const base::Uuid& anchor) {
  OW_TRYV(connect());
  m_shownEpoch = 0;
  for (const Cursor& cursor : cursors) m_shownEpoch = std::max(m_shownEpoch, cursor.epoch);
  std::string staleness;
  OW_TRY(auto heads, askHeads(cursors, anchor, staleness));
  if (staleness != "t") return heads;
  // A mark is due, or this history is a new one: the first who sees it says so.
  const Parameter parameters[] = {m_token};
  OW_TRYV(m_connection->query("SELECT ow_api.anchor($1::bytea)", parameters, {}, m_deadlines.call));
  return askHeads(cursors, anchor, staleness);
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

Result<sync::PullAnswer> PostgresCentre::pull(std::span<const Cursor> cursors, std::size_t limit, const RowSink& sink) {
  OW_TRYV(connect());
  const CursorTexts texts(cursors);
  const std::string most = std::to_string(limit);
  const Parameter parameters[] = {m_token, texts.scopes, texts.epochs, texts.positions, most};
  sync::PullAnswer answer;
  answer.reached.assign(cursors.begin(), cursors.end());
  std::size_t count = 0;
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.pull($1::bytea, $2::integer[], $3::integer[], $4::bigint[], $5::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        answer.status = statusOf(row.view(0));
        if (answer.status != sync::PullStatus::ok) return base::success();
        if (row.view(0) == "head") {
          if (count < limit) moveTo(answer.reached, {std::int32_t(row.integer(1))}, row.integer(2));
          return base::success();
        }
        PulledRow pulled{{std::int32_t(row.integer(1))},
                         row.integer(2),
                         {row.text(3),
                          {row.uuid(4)},
                          row.integer(5),
                          static_cast<domain::RowDigest>(row.integer(6)),
                          row.flag(7),
                          row.text(8)}};
        moveTo(answer.reached, pulled.scope, pulled.pos);
        ++count;
        return sink(std::move(pulled));
      },
      m_deadlines.call));
  answer.isMore = count == limit;
  return answer;
}

Result<sync::FillAnswer> PostgresCentre::fill(sync::ScopeId scope, const std::string& from, std::size_t limit,
                                              const RowSink& sink) {
  OW_TRYV(connect());
  const std::string after = from.empty() ? "0" : from;  // the position of the last row delivered
  const std::string number = std::to_string(scope.n);
  const std::string most = std::to_string(limit);
  const Parameter parameters[] = {m_token, number, after, most};
  sync::FillAnswer answer;
  std::size_t count = 0;
  OW_TRYV(m_connection->query(
      "SELECT * FROM ow_api.fill($1::bytea, $2::integer, $3::bigint, $4::integer)", parameters,
      [&](const ServerRow& row) -> Result<void> {
        answer.next = row.text(0);
        ++count;
        return sink(
            {scope,
             row.integer(0),
             {row.text(1), {row.uuid(2)}, row.integer(3), static_cast<domain::RowDigest>(row.integer(4)), false, row.text(5)}});
      },
      m_deadlines.call));
  if (count < limit) answer.next.clear();
  return answer;
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
