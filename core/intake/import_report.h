// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/result.h"
#include "domain/ids.h"
#include "store/store.h"

namespace ow::intake {

// Writes what a load found: CSV (RFC 4180, UTF-8) with the columns line, kind (rejected, warning, kept), rule, field, in the
// order of the lines; a head line alone when there was nothing. No value of a row stands in it. The file appears whole or not
// at all; a file of that name is replaced. `connection` decides which state is told. Errors: outputError().
base::Result<void> writeImportReport(store::Connection& connection, domain::ImportId id, const std::filesystem::path& path);

}  // namespace ow::intake
