// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/store.h"

// How much of attachments a desk takes, keeps and moves. Any thread.
namespace ow::desk {

struct AttachmentSettings {
  std::int64_t budget = 0;                        // bytes a second over the line; 0: no limit
  std::int64_t largest = 50ll * 1024 * 1024;      // bytes of one file; at most domain::kLargestAttachment
  std::int64_t quota = 2ll * 1024 * 1024 * 1024;  // bytes kept on this desk; beyond it, what the centre has too goes
};
base::Result<AttachmentSettings> attachmentSettings(store::Store& store);
// invalidInput (field) for what is below zero, or nothing at all where something is needed.
base::Result<void> putAttachmentSettings(store::Store& store, const AttachmentSettings& settings);

}  // namespace ow::desk
