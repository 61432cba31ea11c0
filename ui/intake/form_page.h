// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>

#include "desk/task_times.h"
#include "kit/bridge.h"
#include "kit/draft_keeper.h"
#include "kit/field_row.h"
#include "kit/page.h"
#include "kit/task_meter.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

// Says something at a field, for eyes and for a screen reader at the widget that really has the focus.
void sayAt(FieldRow* row, const QString& sentence, FieldRow::Tone tone = FieldRow::Tone::hint);

// What the forms of intake share. Enter goes to the next field and Shift+Enter back (Alt+Enter is a new line in a long text),
// Ctrl+Return and F9 register, Esc leaves a field and never its text. Every keystroke goes to the draft. What was typed leaves
// the screen only after the durable write.
//
// state() and the draft's body are the same object: the typed fields, "focus" (object name), "cursor", "scroll", and in state()
// "draft", the id of the draft. Whoever restores from a list of drafts sets "draft" before calling restore().
class FormPage : public Page {
  Q_OBJECT
 public:
  QString kind() const final { return m_kind; }
  QJsonObject state() const final;
  void restore(const QJsonObject& state) final;
  bool hasUnfinishedText() const final { return !m_isRegistered && !isUntouched(); }
  void takeFocus() final;
  bool accept() final;

 protected:
  struct Names {
    QString kind;       // of the page
    QString draftForm;  // word of the draft
    QString heading;
    QString registerText;  // on the button
    QString registerName;  // its object name
    desk::FormTask task;   // what its seconds and keys are counted as
  };
  FormPage(Bridge& bridge, Navigator& navigator, Names names, const QString& draftSubject, QWidget* parent);

  // Fields from top to bottom. `coreField`: the word by which core's errors name it; empty when it never does.
  enum class Need { required, optional };
  FieldRow* addField(const QString& coreField, const QString& label, QWidget* editor, Need need);
  void addHeading(const QString& text);
  void addWidget(QWidget* widget);  // something to look at, no stop for Enter
  // Beside the fields where there is room; in a narrow window above them, or below what it sums up.
  enum class SideWhenNarrow { above, below };
  void setSide(QWidget* widget, SideWhenNarrow whenNarrow);

  void touched();  // something was typed or chosen
  void focusNext(const QWidget* from);
  void focusBack(const QWidget* from);

  // Sends the form off: work(Desk&, DraftId) on the write lane, where the id of the draft is known even while it is being kept.
  // The use case takes the draft with it, so a form that comes back after a crash is registered once.
  template <class Work, class Then>
  void registerBy(Work work, Then then) {
    beginRegistering();
    bridge().run(
        Lane::write, this,
        [work = std::move(work), draft = m_keeper->stored()](desk::Desk& desk) { return work(desk, *draft); }, std::move(then));
  }
  // At the field that the error names; `otherwise` is the word of the field to blame when it names none.
  void showError(const base::Error& error, const QString& otherwise = {});
  void finishRegistering();  // the write is durable: forgets the draft
  bool isRegistering() const { return m_isRegistering; }
  void throwAway();  // on purpose: the draft goes, the page may close

  virtual bool isUntouched() const = 0;
  virtual QJsonObject typed() const = 0;
  virtual void setTyped(const QJsonObject& typed) = 0;
  // Says what is missing at its field and answers false, or sends the form off.
  virtual void submit() = 0;
  // Shows what the form had become before the program ended.
  virtual void showRegistered(domain::EntityId id) = 0;

  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void beginRegistering();
  void watch(QWidget* widget);
  bool onEnter(QWidget* at, Qt::KeyboardModifiers modifiers);
  void step(const QWidget* from, int direction);
  void rememberFocus(QJsonObject& into) const;
  void placeFocus(const QJsonObject& state);
  void catchUpWithDraft(domain::DraftId id);
  void leaveRegistered(domain::EntityId id);
  void sayBelow(FieldRow::Tone tone, const QString& sentence);
  void placeSide();

  QString m_kind;
  desk::FormTask m_task;
  TaskMeter m_meter;
  QVBoxLayout* m_column;
  QVBoxLayout* m_side;
  QWidget* m_sideHolder;
  SideWhenNarrow m_whenNarrow = SideWhenNarrow::above;
  QWidget* m_columnHolder;
  QScrollArea* m_scroll;
  QLabel *m_below, *m_saved;
  QPushButton* m_register;
  DraftKeeper* m_keeper;
  QList<QWidget*> m_stops;
  QHash<QString, FieldRow*> m_fields;
  QPointer<QWidget> m_lastFocus;
  bool m_isRegistering = false;
  bool m_isRegistered = false;
  bool m_isRestoring = false;
  bool m_isComposing = false;
  bool m_isTouchedSinceRestore = false;
};

}  // namespace ow::ui
