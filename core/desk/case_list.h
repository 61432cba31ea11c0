// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/case.h"
#include "domain/traffic_light.h"

namespace ow::desk {

// Which cases a list or an export holds; everything that is given must fit.
struct CaseSelection {
  std::optional<domain::CaseState> state;
  enum class Open { open, ended, either } open = Open::either;
  std::string owner;    // login, or the name of one clerk alone; "none" for cases without one
  std::string service;  // code or exact name
  std::optional<domain::Light> light;
  std::string text;  // as in the search box
};

struct CaseListRow {
  domain::CaseId id;
  std::string number;
  std::optional<std::string> externalNo;
  std::string service;
  std::string title;
  std::string citizen;  // masked
  domain::CaseState state = domain::CaseState::received;
  std::optional<domain::Outcome> outcome;
  domain::Channel channel = domain::Channel::counter;
  base::Instant openedAt;
  std::optional<base::Instant> dueAt, statutoryDueAt, externalDueAt, closedAt;
  bool isDueExpected = false;
  domain::Light light = domain::Light::none;
  std::string owner;       // name
  std::string ownerLogin;  // both empty: nobody's yet
  std::string place;
};

struct CaseListPage {
  std::vector<CaseListRow> rows;     // newest registered first
  std::optional<std::int64_t> next;  // give it as `after` to go on; nothing: this was the last page
};
// notFound (fact entity=staff or service) when the selection names somebody or something unknown; invalidInput (field=owner,
// rule=several_of_that_name) when only the login can tell two clerks apart.
base::Result<CaseListPage> listCases(Desk& desk, const CaseSelection& selection, std::optional<std::int64_t> after,
                                     std::size_t limit);

enum class ExportFormat { csv, xlsx, json };
// Writes every case of the selection, names masked, times in the hall's zone; then reads the file back and answers the count
// that was read. The file gets its name only when it is whole. duplicate when that name is taken, also by a symbolic link that
// leads nowhere; internal when the counts differ; tooLarge beyond 1,048,575 rows of XLSX; and what outputError() of
// intake/output_file.h tells: no room, no permission, no such folder. A cell that a spreadsheet would run as a formula is
// written with an apostrophe before it.
base::Result<std::int64_t> exportCases(Desk& desk, const CaseSelection& selection, const std::filesystem::path& to,
                                       ExportFormat format, const std::function<void(std::int64_t)>& progress);

}  // namespace ow::desk
