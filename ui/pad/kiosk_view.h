// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pad/pad_view.h"

// What becomes of a kiosk's greeting while a code is typed, and after it was looked up. As pad_view.h: values alone; what does
// not belong to the screen in front changes nothing.
namespace ow::ui::pad {

constexpr seconds kTyping{60};  // a code that nobody goes on with is gone for the next
constexpr seconds kRefused{20};
constexpr int kCodeLetters = 16;

// Blanks, dashes and whatever no code could have are left out; small letters become capitals. Also what it never has (0, O, 1,
// I) stands there, so that people see what they typed.
PadView codeTyped(PadView view, const QString& letters, base::Instant now);
PadView codeErased(PadView view, base::Instant now);  // the last letter
PadView codeCleared(const PadView& view, Language language);
// On its way; nothing without a letter.
PadView codeEntered(const PadView& view, base::Instant now);
PadView codeRefused(const PadView& view, const base::Error& error, base::Instant now);
PadView codeTaken(const PadView& view, const QString& title, seconds patience, base::Instant now);

// In groups of four, with a place for each letter that is still to come.
QString codeShown(const QString& code);

}  // namespace ow::ui::pad
