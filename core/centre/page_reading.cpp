// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/page_reading.h"

#include "centre/array_text.h"

namespace ow::centre {

using base::Result;
using sync::Cursor;

namespace {

sync::PullStatus statusOf(std::string_view word) {
  if (word == "ok" || word == "head") return sync::PullStatus::ok;
  if (word == "above_head") return sync::PullStatus::aboveHead;
  return word == "too_old" ? sync::PullStatus::tooOld : sync::PullStatus::otherEpoch;
}

void moveTo(std::vector<Cursor>& cursors, sync::ScopeId scope, std::int64_t pos) {
  for (Cursor& cursor : cursors)
    if (cursor.scope == scope) cursor.pos = pos;
}

}  // namespace

CursorTexts::CursorTexts(std::span<const Cursor> cursors)
    : scopes(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.scope.n); })),
      epochs(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.epoch); })),
      positions(arrayText(cursors, [](const Cursor& c) { return std::to_string(c.pos); })) {}

PullReading::PullReading(std::span<const Cursor> cursors, std::size_t limit, const sync::RowSink& sink, int first)
    : m_limit(limit), m_sink(sink), m_first(first) {
  m_answer.reached.assign(cursors.begin(), cursors.end());
}

Result<void> PullReading::take(const ServerRow& row) {
  const std::string_view word = row.view(m_first);
  m_answer.status = statusOf(word);
  if (m_answer.status != sync::PullStatus::ok) return base::success();
  const sync::ScopeId scope{std::int32_t(row.integer(m_first + 1))};
  const std::int64_t pos = row.integer(m_first + 2);
  if (word == "head") {
    for (const Cursor& cursor : m_answer.reached)
      if (cursor.scope == scope) m_heads.push_back({scope, cursor.epoch, pos});
    if (m_count < m_limit) moveTo(m_answer.reached, scope, pos);
    return base::success();
  }
  moveTo(m_answer.reached, scope, pos);
  ++m_count;
  return m_sink({scope,
                 pos,
                 {row.text(m_first + 3),
                  {row.uuid(m_first + 4)},
                  row.integer(m_first + 5),
                  static_cast<domain::RowDigest>(row.integer(m_first + 6)),
                  row.flag(m_first + 7),
                  row.text(m_first + 8)}});
}

sync::PullAnswer PullReading::answer() const {
  sync::PullAnswer answer = m_answer;
  answer.isMore = m_count == m_limit;
  return answer;
}

Result<void> FillReading::take(const ServerRow& row) {
  m_last = row.text(m_first);
  ++m_count;
  return m_sink({m_scope,
                 row.integer(m_first),
                 {row.text(m_first + 1),
                  {row.uuid(m_first + 2)},
                  row.integer(m_first + 3),
                  static_cast<domain::RowDigest>(row.integer(m_first + 4)),
                  false,
                  row.text(m_first + 5)}});
}

sync::FillAnswer FillReading::answer() const {
  return {m_count < m_limit ? std::string() : m_last};
}

}  // namespace ow::centre
