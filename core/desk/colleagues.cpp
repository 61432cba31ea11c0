// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/colleagues.h"

#include "base/search_key.h"
#include "base/text_fold.h"
#include "desk/inside.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;

namespace {

bool isMeant(const domain::Staff& staff, const std::string& typed) {
  const std::string folded = base::folded(typed);
  return folded.empty() || base::folded(staff.name).find(folded) != std::string::npos || staff.login.starts_with(folded) ||
         base::matchesMixed(typed, staff.name);
}

}  // namespace

Result<std::vector<Colleague>> colleagues(Desk& desk, const std::string& typed) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  static const std::string kSql =
      "SELECT (SELECT count(*) FROM case_record c WHERE c.owner_id = t.id AND c.closed_at IS NULL) AS load, " +
      store::columnsOf<domain::Staff>("t") + " FROM staff t WHERE t.is_active = 1 ORDER BY load, t.name";
  OW_TRY(auto row, reader.connection().prepare(kSql));
  std::vector<Colleague> found;
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return found;
    OW_TRY(const auto staff, store::readEntity<domain::Staff>(row, 1));
    if (isMeant(staff, typed)) found.push_back({staff.id, staff.name, staff.role, row.integer(0), staff.id == in.clerk.id});
  }
}

}  // namespace ow::desk
