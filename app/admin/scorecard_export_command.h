// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "desk/rolled_up.h"
#include "insight/period.h"

// scorecard --xlsx FILE, --csv FILE and --pdf FILE: the scorecard as a file for others.
namespace ow::admin {

void describeScorecardExport(boost::program_options::options_description& options);
// What the halls of an area published; nothing: this hall.
std::optional<desk::Reach> reachIn(const boost::program_options::variables_map& values);
// Nothing asks for a file, or one does.
enum class ScorecardOutput { answer, file, pages };
// invalidInput (field, rule): two files, or a file of one indicator taken apart.
base::Result<ScorecardOutput> scorecardOutput(const boost::program_options::variables_map& values);
base::Result<Answer> scorecardToFile(desk::Desk& desk, const boost::program_options::variables_map& values,
                                     const insight::Period& period);
// Takes the desk, for the program that draws opens the store itself.
base::Result<Answer> scorecardToPages(const Invocation& invocation, std::unique_ptr<desk::Desk> desk,
                                      const boost::program_options::variables_map& values, const insight::Period& period);

}  // namespace ow::admin
