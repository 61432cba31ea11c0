// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/told_changes.h"

#include <algorithm>
#include <cmath>

#include <boost/json.hpp>

#include "domain/row_text.h"

namespace ow::sync {

namespace json = boost::json;
using domain::FieldChange;
using domain::Value;
using domain::WrittenOperation;

namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // 2^53

bool hasBefore(const WrittenOperation& operation) {
  return operation.kind == "patch" || operation.kind == "transition";
}

// A whole number is one value whether it is written 39 or 39.0.
Value numberOf(double real) {
  if (std::trunc(real) == real && std::abs(real) < kLargestWhole) return static_cast<std::int64_t>(real);
  return real;
}

// Throws for what no field holds; readToldChanges catches.
Value valueOf(const json::value& v) {
  if (v.is_null()) return {};
  if (v.is_int64()) return v.as_int64();
  if (v.is_bool()) return static_cast<std::int64_t>(v.as_bool());
  if (v.is_string()) {
    auto text = json::value_to<std::string>(v);
    if (text.find('\0') != std::string::npos) throw std::invalid_argument("PostgreSQL knows no such text");
    return text;
  }
  return numberOf(v.to_number<double>());
}

FieldChange changeOf(std::string field, const json::value& told, bool isPair) {
  if (!isPair) return {std::move(field), {}, valueOf(told)};
  const json::array& pair = told.as_array();
  if (pair.size() != 2) throw std::invalid_argument("not a pair");
  return {std::move(field), valueOf(pair.at(0)), valueOf(pair.at(1))};
}

}  // namespace

std::optional<std::vector<FieldChange>> readToldChanges(const WrittenOperation& operation) {
  if (operation.kind == "erase" && operation.changes.empty()) return std::vector<FieldChange>{};
  try {
    std::vector<FieldChange> changes;
    const json::value root = json::parse(operation.changes);
    for (const auto& [field, told] : root.as_object()) changes.push_back(changeOf(field, told, hasBefore(operation)));
    return changes;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string canonicalChanges(const WrittenOperation& operation, std::vector<FieldChange> changes) {
  std::sort(changes.begin(), changes.end(), [](const FieldChange& a, const FieldChange& b) {
    return a.field.size() != b.field.size() ? a.field.size() < b.field.size() : a.field < b.field;
  });
  std::string out = "{";
  for (const FieldChange& change : changes) {
    if (out.size() > 1) out += ", ";
    domain::appendJsonText(out, change.field);
    out += hasBefore(operation) ? ": [" : ": ";
    if (hasBefore(operation)) {
      domain::appendJsonValue(out, change.before);
      out += ", ";
    }
    domain::appendJsonValue(out, change.after);
    if (hasBefore(operation)) out += "]";
  }
  return out + "}";
}

}  // namespace ow::sync
