// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ow::ui {

// The keys, on one page. Does not block the window behind it.
class CheatSheet : public QDialog {
  Q_OBJECT
 public:
  explicit CheatSheet(QWidget* parent);
};

// Which program this is, its version, licence and who wrote the parts that it stands on.
class AboutWindow : public QDialog {
  Q_OBJECT
 public:
  explicit AboutWindow(QWidget* parent);
};

}  // namespace ow::ui
