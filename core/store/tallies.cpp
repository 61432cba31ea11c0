// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tallies.h"

#include "store/write_inside.h"

namespace ow::store {

using base::Result;

namespace {

constexpr std::string_view kThisCell =
    " WHERE source = ?1 AND split = ?2 AND day = ?3 AND member = ?4 AND conditions = ?5 AND value = ?6";

void bindCell(Statement& row, const TallyDay& day, const TallyCell& cell, std::int64_t n) {
  row.reset();
  row.bindText(1, base::code(day.source)).bindText(2, cell.split).bindInt(3, day.day).bindText(4, cell.member);
  row.bindInt(5, std::int64_t(cell.conditions)).bindInt(6, cell.value).bindInt(7, n);
}

Result<void> throwAway(Connection& connection, const TallyDay& day) {
  OW_TRY(auto gone, connection.prepare("DELETE FROM tally_day WHERE source = ?1 AND day = ?2"));
  gone.bindText(1, base::code(day.source)).bindInt(2, day.day);
  return gone.run();
}

Result<void> putAll(Connection& connection, const TallyDay& day, const std::vector<TallyCell>& cells) {
  OW_TRYV(throwAway(connection, day));
  OW_TRY(auto row, connection.prepare("INSERT INTO tally (source, split, day, member, conditions, value, n)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  for (const TallyCell& cell : cells) {
    bindCell(row, day, cell, cell.n);
    OW_TRYV(row.run());
  }
  OW_TRY(auto done, connection.prepare("INSERT INTO tally_day (source, day, vocabulary, begins_at, ends_at)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5)"));
  done.bindText(1, base::code(day.source)).bindInt(2, day.day).bindInt(3, day.vocabulary);
  done.bindInt(4, base::toMillis(day.begins)).bindInt(5, base::toMillis(day.ends));
  return done.run();
}

Result<void> add(Connection& connection, const TallyDay& day, const TallyCell& cell) {
  OW_TRY(auto row, connection.prepare("INSERT INTO tally (source, split, day, member, conditions, value, n)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET n = n + excluded.n"));
  bindCell(row, day, cell, cell.n);
  return row.run();
}

// Whether there was as much.
Result<bool> takeAway(Connection& connection, const TallyDay& day, const TallyCell& cell) {
  static const std::string kLess = "UPDATE tally SET n = n - ?7" + std::string(kThisCell) + " AND n > ?7";
  static const std::string kNone = "DELETE FROM tally" + std::string(kThisCell) + " AND n = ?7";
  for (const std::string& sql : {kLess, kNone}) {
    OW_TRY(auto row, connection.prepare(sql));
    bindCell(row, day, cell, -cell.n);
    OW_TRYV(row.run());
    if (connection.changes() == 1) return true;
  }
  return false;
}

Result<bool> addAll(Connection& connection, const TallyDay& day, const std::vector<TallyCell>& changes) {
  for (const TallyCell& cell : changes) {
    if (cell.n > 0) {
      OW_TRYV(add(connection, day, cell));
      continue;
    }
    OW_TRY(const bool wasThere, takeAway(connection, day, cell));
    if (wasThere) continue;
    OW_TRYV(throwAway(connection, day));
    return false;
  }
  OW_TRY(auto late, connection.prepare("DELETE FROM tally_late WHERE source = ?1 AND day = ?2"));
  late.bindText(1, base::code(day.source)).bindInt(2, day.day);
  OW_TRYV(late.run());
  OW_TRY(auto done, connection.prepare("UPDATE tally_day SET ends_at = ?3 WHERE source = ?1 AND day = ?2"));
  done.bindText(1, base::code(day.source)).bindInt(2, day.day).bindInt(3, base::toMillis(day.ends));
  OW_TRYV(done.run());
  return true;
}

}  // namespace

Result<std::map<DayNumber, KeptDay>> keptDays(Connection& connection, FactSource source, DayNumber from, DayNumber to,
                                              std::int64_t vocabulary) {
  OW_TRY(auto row, connection.prepare("SELECT d.day, d.begins_at, d.ends_at, EXISTS (SELECT 1 FROM tally_late l"
                                      " WHERE l.source = d.source AND l.day = d.day) FROM tally_day d"
                                      " WHERE d.source = ?1 AND d.day BETWEEN ?2 AND ?3 AND d.vocabulary = ?4"));
  row.bindText(1, base::code(source)).bindInt(2, from).bindInt(3, to).bindInt(4, vocabulary);
  std::map<DayNumber, KeptDay> days;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return days;
    days[row.integer(0)] = {base::fromMillis(row.integer(1)), base::fromMillis(row.integer(2)), row.integer(3) != 0};
  }
}

Result<void> putTally(Write& write, const TallyDay& day, const std::vector<TallyCell>& cells) {
  return write.inside().checked(putAll(write.connection(), day, cells));
}

Result<bool> addToTally(Write& write, const TallyDay& day, const std::vector<TallyCell>& changes) {
  const auto added = addAll(write.connection(), day, changes);
  if (!added) OW_TRYV(write.inside().checked(added.error()));
  return added;
}

Result<void> noteUnknown(Write& write, const std::set<domain::ServiceId>& services) {
  for (const domain::ServiceId& service : services) {
    OW_TRY(auto row, write.connection().prepare("INSERT OR IGNORE INTO tally_unknown (service_id) VALUES (?1)"));
    row.bindUuid(1, service.uuid);
    OW_TRYV(write.inside().checked(row.run()));
  }
  return base::success();
}

Result<void> eachTally(Connection& connection, FactSource source, const std::string& split, DayNumber from, DayNumber to,
                       const TakeCell& take) {
  OW_TRY(auto row, connection.prepare("SELECT day, member, conditions, value, n FROM tally WHERE source = ?1 AND split = ?2"
                                      " AND day BETWEEN ?3 AND ?4 ORDER BY day"));
  row.bindText(1, base::code(source)).bindText(2, split).bindInt(3, from).bindInt(4, to);
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return base::success();
    take(row.integer(0), {split, row.text(1), std::uint64_t(row.integer(2)), row.integer(3), row.integer(4)});
  }
}

}  // namespace ow::store
