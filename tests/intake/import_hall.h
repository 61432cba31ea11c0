// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/case.h"
#include "domain/service.h"
#include "intake/catalogue_import.h"
#include "intake/import_undo.h"
#include "intake/intake_files.h"
#include "intake/request_import.h"
#include "testkit/hall.h"

namespace ow::test {

// A hall that takes files in, and what a test wants to know afterwards.
struct ImportHall {
  testkit::Hall hall;
  IntakeFiles files;

  base::Result<intake::ImportOutcome> requests(const std::filesystem::path& file, const std::string& mapping = "boston311",
                                               const intake::ImportListener& progress = {});
  base::Result<intake::ImportOutcome> catalogue(const std::filesystem::path& file);

  std::int64_t count(const std::string& sql);
  std::vector<std::string> texts(const std::string& sql);  // the first column of every row
  std::optional<domain::Case> find(const std::string& externalNo);
  std::vector<domain::CaseEvent> eventsOf(const domain::Case& c);
  domain::Service serviceOf(const domain::Case& c);
  // Everything that imports write but operation ids and times, so that two stores can be compared.
  std::vector<std::string> everything();
};

// `work` on the hall's store in a process of its own, which dies with kill -9 when the clock is asked for the time the n-th
// time: somewhere inside a transaction.
void dieDuring(ImportHall& hall, int calls, const std::function<void(store::Store&, base::Clock&, base::Random&)>& work);

// "line,kind,rule,field" of a report without its head line.
std::vector<std::string> reportOf(const intake::ImportOutcome& outcome);
bool has(const std::vector<std::string>& lines, const std::string& line);

// A row in the shape of Boston's files, with what a test does not name filled in.
using Row = std::map<std::string, std::string>;
std::string bostonCsv(const std::vector<Row>& rows);

}  // namespace ow::test
