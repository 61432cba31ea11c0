// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/clear_button.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace ow::ui {

namespace {
struct ClearButton {
  Q_DECLARE_TR_FUNCTIONS(ClearButton)
};
}  // namespace

void addClearButton(QLineEdit* line) {
  line->setClearButtonEnabled(true);
  for (QToolButton* button : line->findChildren<QToolButton*>()) {
    button->setObjectName(line->objectName() + QStringLiteral("Clear"));
    button->setAccessibleName(ClearButton::tr("Empty this line"));
  }
}

}  // namespace ow::ui
