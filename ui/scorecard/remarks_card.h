// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/scorecard_records.h"
#include "kit/card.h"

class QPushButton;

namespace ow::ui {

class Bridge;
class DurableText;
class Navigator;

// What supervisors say about a period, or one figure of it, and below the whole card their signature: who signed which figures
// when, and what has changed since. What is being typed is a draft of its period and figure.
class RemarksCard : public Card {
  Q_OBJECT
 public:
  RemarksCard(Bridge& bridge, Navigator& navigator, QWidget* parent);

  // What it is about; asks for what was said. Without an indicator: the whole card, which can be signed.
  void setSubject(const insight::Period& period, const std::optional<std::string>& indicator);
  // The figures as they are now, to tell what has changed since they were signed.
  void showCard(const desk::Scorecard& card);

 signals:
  void spoken();  // something was added: others may want to read again

 private:
  QLabel* addLine(const char* name);
  void load();
  void showComments(const std::vector<desk::CommentShown>& comments);
  void showSignatures(std::vector<desk::SignedScorecard> signatures);
  void showChanges();
  void showState();
  void say();
  void sign();
  bool isSignable() const;

  Bridge& m_bridge;
  Navigator& m_navigator;
  insight::Period m_period;
  std::optional<std::string> m_indicator;
  std::vector<desk::SignedScorecard> m_signatures;
  std::optional<desk::Scorecard> m_now;
  QLabel* m_signed;
  QLabel* m_changes;
  QLabel* m_comments;
  DurableText* m_text;
  QLabel* m_message;
  QPushButton* m_say;
  QPushButton* m_sign;
  bool m_isBusy = false;
};

}  // namespace ow::ui
