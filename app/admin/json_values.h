// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <boost/json.hpp>

#include "base/time_text.h"

// What may be missing, as JSON has it.
namespace ow::admin {

template <class T>
boost::json::value orNull(const std::optional<T>& value) {
  return value ? boost::json::value(*value) : boost::json::value();
}
inline boost::json::value timeOrNull(const std::optional<base::Instant>& at, const base::TimeZone& zone) {
  return at ? boost::json::value(base::isoText(*at, zone)) : boost::json::value();
}

}  // namespace ow::admin
