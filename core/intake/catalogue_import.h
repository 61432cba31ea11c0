// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "intake/import.h"
#include "store/store.h"

namespace ow::intake {

// Takes a catalogue of service items (政务服务事项目录): one service for each code. A code that is known already gets what the
// file says new; limits that the file does not name are left as they are. A code that comes twice with different content is
// rejected (duplicate_key), one without code or name too (missing). Everything else is as importRequests says.
base::Result<ImportOutcome> importCatalogue(store::Store& store, const std::filesystem::path& file,
                                            const ImportOptions& options, base::Clock& clock, base::Random& random,
                                            const ImportListener& progress = {});

}  // namespace ow::intake
