// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace ow::ui {

// Makes `page` one column of cards that scrolls and takes no focus itself. Fill the layout that it answers; its parent widget
// is what holds the cards. `maximumWidth` at 100 %.
QVBoxLayout* makeColumn(QWidget* page, int maximumWidth);

}  // namespace ow::ui
