// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/inside.h"

namespace ow::desk {

// Finds cases by our number or by another system's. Only core/desk includes this.
class NumberedCases {
 public:
  static base::Result<NumberedCases> of(store::Connection& connection);
  // Nothing where no case has that number.
  base::Result<std::optional<domain::CaseId>> find(store::Connection& connection, std::string_view number) const;

 private:
  std::vector<std::string> m_sources;  // the systems whose cases are here: the index has a foreign number behind its system
};

}  // namespace ow::desk
