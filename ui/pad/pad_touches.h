// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "pad/pad_view.h"

class QObject;

namespace ow::ui {

class PadWindow;

// What the touches of a rating make of a view: the same at a counter and at a kiosk.
struct PadTouches {
  const PadView* view = nullptr;                    // that stands there now
  Language language = Language::simplifiedChinese;  // of the greeting
  std::function<base::Instant()> now;
  std::function<const domain::RatingCatalogue*()> catalogue;  // nullptr: not read yet
  std::function<void(PadTurn)> turn;
};
// Until `owner` goes. UI thread.
void connectTouches(PadWindow& window, QObject* owner, const PadTouches& touches);

}  // namespace ow::ui
