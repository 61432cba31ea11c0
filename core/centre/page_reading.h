// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "centre/connection.h"
#include "sync/centre.h"

// What is asked and answered in pages of rows: the cursors as ow_api takes them, and what its functions `pull` and `fill` say.
// Only core/centre includes this header.
namespace ow::centre {

// The three arrays by which heads and pull name cursors.
struct CursorTexts {
  std::string scopes, epochs, positions;
  explicit CursorTexts(std::span<const sync::Cursor> cursors);
};

// Takes the rows of ow_api.pull, whose columns begin at `first`, and gives those of entities to the sink. Both outlive it.
class PullReading {
 public:
  PullReading(std::span<const sync::Cursor> cursors, std::size_t limit, const sync::RowSink& sink, int first = 0);
  base::Result<void> take(const ServerRow& row);
  sync::PullAnswer answer() const;
  // Where the scopes stood when they were read, whatever the limit.
  const std::vector<sync::Cursor>& heads() const { return m_heads; }

 private:
  std::size_t m_limit;
  const sync::RowSink& m_sink;
  int m_first;
  std::size_t m_count = 0;
  sync::PullAnswer m_answer;
  std::vector<sync::Cursor> m_heads;
};

// The same for ow_api.fill.
class FillReading {
 public:
  FillReading(sync::ScopeId scope, std::size_t limit, const sync::RowSink& sink, int first = 0)
      : m_scope(scope), m_limit(limit), m_sink(sink), m_first(first) {}
  base::Result<void> take(const ServerRow& row);
  sync::FillAnswer answer() const;

 private:
  sync::ScopeId m_scope;
  std::size_t m_limit;
  const sync::RowSink& m_sink;
  int m_first;
  std::size_t m_count = 0;
  std::string m_last;  // position
};

}  // namespace ow::centre
