// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace ow::ui {

// Qt's clear button in a line, with the names that a screen reader and a tester's robot need; Qt gives it none.
void addClearButton(QLineEdit* line);

}  // namespace ow::ui
