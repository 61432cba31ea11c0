// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "centre/postgres_centre.h"
#include "centre/postgres_register.h"
#include "desk/desk.h"
#include "store/store.h"
#include "sync/clerk_line.h"

namespace ow::app {

// The centre at which this store's desk is enrolled, without a clerk; notFound (entity=centre) when it is at none.
base::Result<std::unique_ptr<centre::PostgresCentre>> centreOf(store::Store& store);
// The same, proving the clerk of the desk.
base::Result<std::unique_ptr<centre::PostgresCentre>> centreOf(desk::Desk& desk);
// Where clerks of the desk at this store prove themselves; nothing when it belongs to no centre, or its key ring cannot be
// read.
std::shared_ptr<sync::ClerkLine> clerkLineOf(const std::filesystem::path& store);

// The register of all halls for what the clerk asks, on a line of its own that gives up sooner than the sync's.
base::Result<std::unique_ptr<centre::PostgresRegister>> registerOf(desk::Desk& desk);

}  // namespace ow::app
