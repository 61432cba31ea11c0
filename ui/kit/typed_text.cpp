// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/typed_text.h"

#include <QPlainTextEdit>

namespace ow::ui {

QString typedText(const QPlainTextEdit& field) {
  QString text = field.document()->toRawText();
  for (const QChar lineBreak : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator)})
    text.replace(lineBreak, QLatin1Char('\n'));
  return text;
}

}  // namespace ow::ui
