// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "desk/desk.h"

namespace ow::desk {

// A row that was not taken, or not as it stands: the rule as a stable word (missing, out_of_range, format, unknown_case,
// unknown_word, other_there, or those of the file's reader).
struct RatingFault {
  std::int64_t line = 0;
  std::string rule, column;
};
struct ImportedRatings {
  std::int64_t rows = 0, accepted = 0, rejected = 0, unchanged = 0;
  std::int64_t reviews = 0;         // that bad ones opened
  std::vector<RatingFault> faults;  // at most kMostFaults
  static constexpr std::size_t kMostFaults = 1000;
};
struct RatingSource {
  std::string name;             // of the other system, 1 to 64 characters: "12345"
  std::string supervisorLogin;  // in whose name
};

// Ratings that another system took, from a table (CSV, XLSX) with the columns id, level, rated_at, and where known case (our
// number or the foreign one), channel, text. They carry the system's name and no seal, and are counted apart by whoever
// recounts. The same row again is the same rating. In transactions of some hundred rows; what was taken before an error stands.
// notFound (entity=staff), notAllowed (rule=not_your_right) unless he is a supervisor; invalidInput (field=source; rule
// missing_column with the fact column); errors of intake::openRecords.
base::Result<ImportedRatings> importRatings(Desk& desk, const std::filesystem::path& file, const RatingSource& source);

}  // namespace ow::desk
