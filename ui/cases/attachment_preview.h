// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <string>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace ow::ui {

// What is in one file, to look at: a picture (decoded in another program) or plain text, never anything that does something.
// Esc closes it; so does the lock of the screen. It goes when it is closed.
class AttachmentPreview : public QDialog {
  Q_OBJECT
 public:
  // `content` is what the attachment's media type says, or it says that it cannot be shown.
  AttachmentPreview(const QString& name, const std::string& mediaType, const std::string& content, QWidget* parent);

 signals:
  // Once: a picture, a text, or the sentence that there is nothing to see.
  void shown();

 private:
  void showPicture(const std::string& content);
  void showText(const std::string& content);
  void say(const QString& sentence);

  QStackedWidget* m_stack;
  QLabel* m_sentence;
  QLabel* m_picture;
  QPlainTextEdit* m_text;
};

}  // namespace ow::ui
