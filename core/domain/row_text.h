// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/entity_row.h"
#include "domain/value.h"

// How values are written where two programs must agree on every byte: desks and the centre compare rows by a hash of this text.
// It is the text that PostgreSQL (15 and newer) gives a jsonb object: keys by length and then by bytes, ", " and ": " between
// them, numbers without exponent, \b \f \n \r \t " \ escaped by two characters and other control characters as \u00xx.
namespace ow::domain {

void appendJsonText(std::string& out, std::string_view text);
// null, a whole number, a decimal number (the shortest that reads back equal; no exponent), text, or an id as text.
void appendJsonValue(std::string& out, const Value& value);

using NamedValue = std::pair<std::string, Value>;
// Empty fields are left out. Sorts `fields`.
std::string rowText(std::vector<NamedValue> fields);

RowDigest rowDigest(std::string_view kind, const EntityId& id, std::string_view rowText);

}  // namespace ow::domain
