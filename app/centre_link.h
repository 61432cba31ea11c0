// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/result.h"
#include "centre/postgres_centre.h"
#include "store/store.h"

namespace ow::app {

// The centre at which this store's desk is enrolled; notFound (entity=centre) when it is at none.
base::Result<std::unique_ptr<centre::PostgresCentre>> centreOf(store::Store& store);

}  // namespace ow::app
