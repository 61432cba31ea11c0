// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <string>

#include "domain/ids.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class Bridge;
class DurableText;

// Where a clerk writes a note on a case. The text is a durable draft until the note stands in the case.
class NoteEditor : public QWidget {
  Q_OBJECT
 public:
  NoteEditor(Bridge& bridge, QWidget* parent);

  void setCase(const domain::CaseId& id);
  void takeFocus();
  bool hasText() const;
  std::shared_ptr<const domain::DraftId> draft() const;  // for the write that saves the note
  void settle();                                         // the note was saved
  // With a reason, notes cannot be saved now; the text stays.
  void setRefusal(const QString& why);

 signals:
  void submitted(const std::string& text);
  void left();
  void restored();

 private:
  void submit();
  void showState();

  DurableText* m_text = nullptr;
  QPushButton* m_save = nullptr;
  QLabel* m_kept = nullptr;
  QString m_refusal;
};

}  // namespace ow::ui
