// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tallies.h"

#include "store/write_inside.h"

namespace ow::store {

using base::Result;

namespace {

Result<void> putAll(Connection& connection, FactSource source, DayNumber day, std::int64_t vocabulary,
                    const std::vector<TallyCell>& cells) {
  const std::string_view word = base::code(source);
  {
    OW_TRY(auto gone, connection.prepare("DELETE FROM tally_day WHERE source = ?1 AND day = ?2"));
    gone.bindText(1, word).bindInt(2, day);
    OW_TRYV(gone.run());
  }
  OW_TRY(auto row, connection.prepare("INSERT INTO tally (source, split, day, member, conditions, value, n)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  for (const TallyCell& cell : cells) {
    row.reset();
    row.bindText(1, word).bindText(2, cell.split).bindInt(3, day).bindText(4, cell.member);
    row.bindInt(5, std::int64_t(cell.conditions)).bindInt(6, cell.value).bindInt(7, cell.n);
    OW_TRYV(row.run());
  }
  OW_TRY(auto done, connection.prepare("INSERT INTO tally_day (source, day, vocabulary) VALUES (?1, ?2, ?3)"));
  done.bindText(1, word).bindInt(2, day).bindInt(3, vocabulary);
  return done.run();
}

}  // namespace

Result<std::set<DayNumber>> talliedDays(Connection& connection, FactSource source, DayNumber from, DayNumber to,
                                        std::int64_t vocabulary) {
  OW_TRY(auto row,
         connection.prepare("SELECT day FROM tally_day WHERE source = ?1 AND day BETWEEN ?2 AND ?3 AND vocabulary = ?4"));
  row.bindText(1, base::code(source)).bindInt(2, from).bindInt(3, to).bindInt(4, vocabulary);
  std::set<DayNumber> days;
  for (;;) {
    OW_TRY(const bool any, row.step());
    if (!any) return days;
    days.insert(row.integer(0));
  }
}

Result<void> putTally(Write& write, FactSource source, DayNumber day, std::int64_t vocabulary,
                      const std::vector<TallyCell>& cells) {
  return write.inside().checked(putAll(write.connection(), source, day, vocabulary, cells));
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
