// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>

#include "base/enum_codes.h"
#include "desk/desk.h"

// How long the forms of a desk take, in seconds and keystrokes: the convenience of the system measured, beside what clerks say
// of it (系统方便性). Sums of a desk and a day, never of a clerk; yesterday's go to the hall's scorecard as reported figures.
namespace ow::desk {

enum class FormTask { openCase, contact, registerParty, correctParty };

// What takes longer lay open while somebody did something else.
inline constexpr std::chrono::minutes kLongestTask{20};

// One form that was filled in and registered: the time it was in front of the clerk, and the keys. Left out: what is longer
// than kLongestTask, or was never typed in. Error kinds: those of the disk. Any thread; blocks.
base::Result<void> noteTask(Desk& desk, FormTask task, std::chrono::milliseconds took, int keys);

}  // namespace ow::desk

template <>
inline constexpr auto ow::base::kCodes<ow::desk::FormTask> =
    std::array<std::string_view, 4>{"open_case", "contact", "register_party", "correct_party"};
