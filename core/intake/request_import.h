// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "intake/import.h"
#include "store/store.h"

namespace ow::intake {

// Takes municipal service requests (CSV, XLSX, Open311) as cases; services are found by their code or made. Ids follow from
// source and foreign number, so the same request is the same case wherever it is imported. Case numbers are this desk's own:
// the opening day, the desk's code and its next running number of that day, taken in the writing transaction from the counter
// that the window uses too. So no two desks of a division can give the same number, 90,000 requests a day fit (the rest of the
// day's 99,999 stays for the window), and the same file into an empty store gives the same numbers. A number is never used
// twice, not even after the load was taken back.
//
// Blocks; any thread, one import at a time. Errors: those of findMapping and openRecords; invalidInput (rule missing_column,
// kind); cancelled (fact rows: what is committed stays, the same call goes on there); and those of the store.
base::Result<ImportOutcome> importRequests(store::Store& store, const std::filesystem::path& file, const ImportOptions& options,
                                           base::Clock& clock, base::Random& random, const ImportListener& progress = {});

}  // namespace ow::intake
