// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace ow::ui {

// An icon of resources/icons, drawn in `colour` wherever its file says currentColor. `side` in pixels at 100 %; sharp at any
// scale.
QIcon icon(const QString& name, const QColor& colour, int side = 20);

}  // namespace ow::ui
