// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <optional>
#include <string>

#include "domain/case.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace ow::ui {

class Bridge;
class DurableText;

// What has to be said before a step can be taken. Everything else is taken with one key.
bool asksOutcome(domain::CaseEventKind event);
bool asksText(domain::CaseEventKind event);

// The inline form for steps that need an outcome or a reason. Not a dialog: the case stays readable beside it, and the text is
// a durable draft.
class MovePanel : public QFrame {
  Q_OBJECT
 public:
  // How far the step goes: one step, or accepted, decided and closed at once (即办件).
  enum class Reach { oneStep, toTheEnd };

  MovePanel(Bridge& bridge, QWidget* parent);

  void setCase(const domain::CaseId& id);
  void open(domain::CaseEventKind event, Reach reach);
  void settle();  // the step was taken
  bool hasText() const;
  domain::CaseEventKind event() const { return m_event; }
  Reach reach() const { return m_reach; }
  void confirm();

 signals:
  void confirmed(std::optional<ow::domain::Outcome> outcome, const std::string& text);
  void cancelled();

 private:
  void showState();
  std::optional<domain::Outcome> chosen() const;

  domain::CaseEventKind m_event = domain::CaseEventKind::decided;
  Reach m_reach = Reach::oneStep;
  QLabel* m_question = nullptr;
  QWidget* m_outcomes = nullptr;
  QButtonGroup* m_outcome = nullptr;
  QLabel* m_textLabel = nullptr;
  DurableText* m_text = nullptr;
  QLabel* m_kept = nullptr;
  QPushButton* m_confirm = nullptr;
};

}  // namespace ow::ui
