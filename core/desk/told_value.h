// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/ids.h"

namespace ow::desk {

// What a conflict, a proposal or an operation on its way is about, as a clerk would say it.
struct WorkSubject {
  std::string text;  // case number, or a name, masked where it is a person's; empty: not known here any more
  std::optional<domain::CaseId> caseId;
  std::optional<domain::PartyId> party;
};

// What one field holds, as a screen can show it in its own language.
struct ToldValue {
  enum class Kind {
    nothing,
    text,     // also the name behind an id
    word,     // stable word of an enumeration
    instant,  // `at`
    date,     // ISO, in `text`
    flag,     // `number`: 0 or 1
    number,   // `text`
  };
  Kind kind = Kind::nothing;
  std::string text;
  base::Instant at;
  std::int64_t number = 0;
  bool operator==(const ToldValue&) const = default;
};

}  // namespace ow::desk
