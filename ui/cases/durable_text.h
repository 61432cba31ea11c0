// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>
#include <string>

#include "base/time.h"
#include "domain/ids.h"

namespace ow::ui {

class Bridge;
class DraftKeeper;

// A text field whose every keystroke is in the store within a second, as a draft about one subject (a case). Another subject
// brings its own draft back. Ctrl+Return submits; Esc and Tab leave the field and keep the text.
class DurableText : public QPlainTextEdit {
  Q_OBJECT
 public:
  // `form` is the stable word under which the drafts are kept.
  DurableText(Bridge& bridge, const QString& form, QWidget* parent);
  ~DurableText() override;

  void setSubject(const QString& subject);
  const QString& subject() const { return m_subject; }
  // A stable word that is kept beside the text and comes back with it (which step was being taken).
  void setContext(const QString& context) { m_context = context; }

  std::string text() const;
  bool hasText() const;
  // The text was registered: empties the field and removes the draft.
  void settle();
  void flush();
  // As DraftKeeper::stored(); nil inside while there is no draft.
  std::shared_ptr<const domain::DraftId> stored() const;

 signals:
  void submitted();
  void left();  // Esc
  void kept(ow::base::Instant at);
  void keepFailed(const QString& sentence);
  void restored(const QString& context);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void watch();
  void dropDraft();
  void changed();
  void lookForDraft();

  Bridge& m_bridge;
  QString m_form, m_subject, m_context;
  DraftKeeper* m_keeper = nullptr;
  bool m_isRestoring = false;
};

}  // namespace ow::ui
