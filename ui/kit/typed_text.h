// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPlainTextEdit;

namespace ow::ui {

// What stands in a field of several lines, every line break as LF. QPlainTextEdit::toPlainText() makes a blank of each no-break
// space and a line break of U+FDD0 and U+FDD1: a clerk's text would be changed without a word.
QString typedText(const QPlainTextEdit& field);

}  // namespace ow::ui
