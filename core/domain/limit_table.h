// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "domain/limit.h"

namespace ow::domain {

// The limits of one jurisdiction by type of matter, with the moment from which each holds: a limit that changes does not touch
// the due dates of cases opened before. A value; any thread to read.
class LimitTable {
 public:
  // A file of format "onewindow-limits/1": types -> [{from (local time, left out for "always"), unit, amount}], oldest first.
  // Errors: unsupportedFormat, tooLarge, invalidInput with facts field and rule.
  static base::Result<LimitTable> parse(std::string_view json);

  const std::string& jurisdiction() const { return m_jurisdiction; }
  // The limit in force when a case of that type was opened; empty for an unknown type and before the first period.
  std::optional<Limit> limitFor(std::string_view type, base::Instant openedAt) const;

  struct Period {
    std::optional<base::Instant> from;
    Limit limit;
  };
  const std::map<std::string, std::vector<Period>, std::less<>>& types() const { return m_types; }

 private:
  std::string m_jurisdiction;
  std::map<std::string, std::vector<Period>, std::less<>> m_types;
};

// The tables shipped with the programs: "us-ma-boston". notFound (entity=limit_table) for any other.
base::Result<LimitTable> findBundledLimitTable(std::string_view name);

}  // namespace ow::domain
