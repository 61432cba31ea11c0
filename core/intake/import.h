// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "domain/ids.h"

namespace ow::intake {

// Taking a file of outside records into a store: what goes in and what comes out, for requests and catalogues alike.

struct ImportOptions {
  std::string mapping;  // name of a bundled one, or a path
  bool isDryRun = false;
  std::filesystem::path reportPath;     // empty: beside the store, <store>.<import id>.report.csv
  std::optional<std::string> encoding;  // else guessed
};

struct ImportProgress {
  double fraction = 0;  // 0..1 of the whole work, building the search index included
  std::int64_t rows = 0;
  std::optional<std::chrono::seconds> left;  // once there is enough to tell from
};
// Called from the importing thread after every transaction; false cancels.
using ImportListener = std::function<bool(const ImportProgress&)>;

// One row as it would be stored (a dry run) or was stored.
struct ImportPreview {
  std::string number;  // of the case, or the code of the service item
  std::string service;
  std::string title;
  std::string state;  // stable word; empty for service items
  std::optional<base::Instant> openedAt;
  std::optional<base::Instant> dueAt;
};

struct ImportOutcome {
  // rows = accepted + rejected + unchanged, exactly; a rejected one stands in the report with line and reason.
  std::int64_t rows = 0, accepted = 0, rejected = 0, unchanged = 0;
  domain::ImportId id;            // of a dry run: nil
  std::filesystem::path report;   // CSV: line, kind, rule, field
  std::string encoding;           // empty where the format itself fixes it
  std::string encodingHow;        // bom, valid, statistics, given
  double encodingConfidence = 1;  // 0..1; below 0.5 somebody should look at the rows
  // What went wrong after the rows were stored: the report (its path is then empty) or the search index, which the next opening
  // makes whole. The import itself stands and can be taken back.
  std::optional<base::Error> afterwards;
  std::vector<ImportPreview> preview;
  bool isTruncated = false;  // the file stops in the middle of a character of its last line, which was rejected
  bool isResumed = false;    // an earlier run of the same file had stopped in the middle
  bool isRepeated = false;   // the same file was taken in before: nothing was done
};

}  // namespace ow::intake
