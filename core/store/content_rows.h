// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"
#include "domain/ids.h"
#include "store/sqlite.h"

// What the files of this room that write contents share.
namespace ow::store {

// The attachment names that chunk at that place, whether it is here or not.
base::Result<void> useChunk(Connection& connection, domain::AttachmentId id, std::size_t place, const base::Sha256& hash);

}  // namespace ow::store
