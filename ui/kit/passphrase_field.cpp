// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/passphrase_field.h"

namespace ow::ui {

PassphraseField::PassphraseField(const QString& objectName, QWidget* parent) : QLineEdit(parent) {
  setObjectName(objectName);
  setEchoMode(QLineEdit::Password);
  setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  setContextMenuPolicy(Qt::NoContextMenu);
  setMaxLength(1024);
}

base::Redacted<std::string> PassphraseField::take() {
  base::Redacted<std::string> passphrase(text().toStdString());
  clear();
  return passphrase;
}

}  // namespace ow::ui
