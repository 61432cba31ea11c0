// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ow::journeys {

// Every word in a window, whether it can be seen now or not: labels, fields, buttons, tabs, tool tips, what a screen reader is
// told, the rows of its lists.
QString everyWordIn(const QWidget& window);

}  // namespace ow::journeys
