// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conflict.h"

#include <algorithm>

#include <boost/json.hpp>

namespace ow::domain {

namespace json = boost::json;

namespace {

// Throws for what cannot be a value; parseRivals catches.
Value valueOf(const json::value& v) {
  if (v.is_null()) return {};
  if (const auto* number = v.if_int64()) return *number;
  if (const auto* real = v.if_double()) return *real;
  return std::string(v.as_string());
}

// Throws as well.
Rival rivalOf(const json::object& from) {
  Rival rival;
  rival.op = OperationId::parse(json::value_to<std::string>(from.at("op"))).value();
  if (const auto* value = from.if_contains("value")) rival.value = valueOf(*value);
  if (const auto* base = from.if_contains("base")) rival.base = valueOf(*base);
  if (const auto* author = from.if_contains("author"); author != nullptr && !author->is_null())
    rival.author = StaffId::parse(json::value_to<std::string>(*author)).value();
  if (const auto* desk = from.if_contains("desk"); desk != nullptr && !desk->is_null())
    rival.desk = std::string(desk->as_string());
  rival.at = base::fromMillis(from.at("at").as_int64());
  return rival;
}

}  // namespace

base::Result<std::vector<Rival>> parseRivals(std::string_view text) {
  try {
    std::vector<Rival> rivals;
    const json::value root = json::parse(text);
    for (const json::value& rival : root.as_array()) rivals.push_back(rivalOf(rival.as_object()));
    std::sort(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) { return a.op < b.op; });
    return rivals;
  } catch (const std::exception&) {
    return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "rivals"}});
  }
}

}  // namespace ow::domain
