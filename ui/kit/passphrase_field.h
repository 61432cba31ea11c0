// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "base/redacted.h"

namespace ow::ui {

// A field for a passphrase: dots, no copy, no suggestions of an input method.
class PassphraseField : public QLineEdit {
  Q_OBJECT
 public:
  explicit PassphraseField(const QString& objectName, QWidget* parent = nullptr);

  // Takes the passphrase out of the field, which is empty afterwards.
  base::Redacted<std::string> take();
};

}  // namespace ow::ui
