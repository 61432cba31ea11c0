// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/time.h"
#include "base/uuid.h"

namespace ow::domain {

// What a desk subscribes to: its hall, a department's queue, a district's roll-up. The number is the centre's.
struct ScopeId {
  std::int32_t n = 0;
  auto operator<=>(const ScopeId&) const = default;
};

struct Scope {
  ScopeId id;
  std::string kind;  // hall, department, district
  std::string code;  // stable and readable: "110101-1"
  std::string name;
};

// A place in the history of one scope. Positions are comparable within one scope and one epoch only.
struct Cursor {
  ScopeId scope;
  std::int32_t epoch = 0;
  std::int64_t pos = 0;
  bool operator==(const Cursor&) const = default;
};

// A mark that the centre sets twice a minute, so that a history that was rolled back can be told.
struct Anchor {
  base::Uuid id;  // nil: none yet
  base::Instant at;
  bool operator==(const Anchor&) const = default;
};

}  // namespace ow::domain
