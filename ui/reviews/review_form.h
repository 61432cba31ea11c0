// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

#include "desk/reviews.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace ow::ui {

class Bridge;
class ColleaguePicker;
class DurableText;

// Whether a step asks for more than a press.
bool asksAnything(domain::ReviewEvent event);

// The few fields of a step, inline under the buttons, so that the review stays readable. What is typed is a durable draft of
// its review; Esc closes the fields and keeps it, and the same review brings it back, also after a restart.
class ReviewForm : public QFrame {
  Q_OBJECT
 public:
  ReviewForm(Bridge& bridge, QWidget* parent);

  // Another review brings its own unfinished text back.
  void setReview(domain::RatingReviewId id);
  void open(domain::ReviewEvent event, const desk::ReviewSheet& sheet);
  // The review was read again while the fields are open. With a reason the step cannot be taken now; what was typed stays.
  void follow(const desk::ReviewSheet& sheet, const QString& refusal);
  void settle();  // the step was taken
  bool hasText() const;
  domain::ReviewEvent event() const { return m_event; }
  // Of the drafts that the texts stand in, as the write lane knows them.
  std::vector<std::shared_ptr<const domain::DraftId>> drafts() const;
  void flush();
  void confirm();

 signals:
  void confirmed(const ow::desk::ReviewMove& move);  // without the state that is expected
  void left();
  void restored(ow::domain::ReviewEvent event);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  DurableText* addText(const QString& form, const QString& name, QLabel* label);
  QWidget* makeLevels();
  void arrange();
  void connectParts();
  void leave();
  void showState();
  QString missing() const;
  QString missingCall() const;
  bool asksMeasure() const;

  Bridge& m_bridge;
  domain::RatingReviewId m_id;
  domain::ReviewEvent m_event = domain::ReviewEvent::assigned;
  domain::ReviewState m_state = domain::ReviewState::opened;
  std::optional<domain::StaffId> m_served;
  QString m_refusal;
  QLabel* m_question;
  ColleaguePicker* m_assignee;
  QLabel* m_measureLabel;
  DurableText* m_measure;
  QWidget* m_levels;
  QButtonGroup* m_level;
  QLabel* m_textLabel;
  DurableText* m_text;
  QLabel* m_message;
  QLabel* m_kept;
  QPushButton* m_cancel;
  QPushButton* m_confirm;
};

}  // namespace ow::ui
