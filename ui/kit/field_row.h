// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

namespace ow::ui {

// One field of a form: its label above it (buddy), the field, and a line under it for what a live check has to say. The line
// keeps its place when it is empty, so that nothing jumps while somebody types.
class FieldRow : public QWidget {
  Q_OBJECT
 public:
  enum class Tone { hint, warning, failed };
  enum class Line { keepsPlace, whenNeeded };

  // Takes `field` into its layout; gives it the label as accessible name unless it has one.
  FieldRow(const QString& label, QWidget* field, QWidget* parent = nullptr, Line line = Line::keepsPlace);

  void say(const QString& message, Tone tone = Tone::hint);
  void clearMessage() { say({}); }
  QString message() const { return m_message->text(); }
  QWidget* field() const { return m_field; }
  QLabel* label() const { return m_label; }

 private:
  QLabel* m_label;
  QWidget* m_field;
  QLabel* m_message;
  Line m_line;
};

// Enter goes to the next field, Shift+Enter back, as the hands at a counter expect; a multi-line field keeps its Enter.
void enterGoesOn(QWidget* form);

}  // namespace ow::ui
