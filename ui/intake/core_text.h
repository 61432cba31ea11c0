// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

#include "base/time.h"

namespace ow::ui {

// What was typed, for core: UTF-8, nothing repaired. A lone surrogate becomes the (forbidden) three bytes of its code point
// instead of a replacement sign, so that core's validator sees it and the clerk is told; QString's own conversion would hide
// it.
std::string toCore(const QString& typed);
QString fromCore(const std::string& text);

// A day as clerks type it: 2026-08-09, 20260809, 2026/8/9, 2026.8.9, 2026年8月9日, also in full-width digits.
// Nothing when it is no such day, or one outside base::kEarliestDate..kLatestDate.
std::optional<base::Date> typedDate(const QString& typed);

}  // namespace ow::ui
