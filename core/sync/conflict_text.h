// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "domain/conflict.h"
#include "domain/ids.h"

// How the centre names and writes a conflict; README.md of this folder. Byte for byte the same in every adapter, since a person
// who settles a conflict says which rivals were seen by giving this text back.
namespace ow::sync {

domain::EntityId conflictId(const domain::EntityId& entity, std::string_view field);

// A JSON array in the order given.
std::string rivalsText(std::span<const domain::Rival> rivals);
inline constexpr std::string_view kNoRivals = "[]";

}  // namespace ow::sync
