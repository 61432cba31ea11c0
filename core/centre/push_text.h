// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sync/centre.h"

namespace ow::centre {

// What ow_api.push takes and answers. Throws nothing; an answer that cannot be read is `internal`.
std::string pushText(std::span<const domain::WrittenOperation> batch);
base::Result<sync::PushAnswer> readPushAnswer(std::string_view text);

}  // namespace ow::centre
