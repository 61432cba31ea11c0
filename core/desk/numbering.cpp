// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/numbering.h"

#include "domain/case_number.h"
#include "store/desk_state.h"

namespace ow::desk {

base::Result<std::string> takeNumber(Desk::Inside& in, store::Write& write) {
  const base::Date today = in.today();
  OW_TRY(const auto serial, store::takeCaseSerial(write, today, 99999));
  if (!serial) return base::fail(base::ErrorKind::tooLarge, {{"limit", "99999"}, {"unit", "cases_a_day"}});
  return domain::CaseNumber{in.place.division, today, in.place.desk, *serial}.text();
}

}  // namespace ow::desk
