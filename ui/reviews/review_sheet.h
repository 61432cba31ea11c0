// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "desk/reviews.h"
#include "domain/rating_catalogue.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace ow::ui {

class Bridge;
class ReviewActions;
class ReviewForm;
class ReviewSteps;
class Sign;

// A review with what stands around it, read on a lane.
struct ReviewRead {
  desk::ReviewSheet sheet;
  std::vector<domain::RatingReason> reasons;  // of the catalogue: the sheet has their codes
};

// The chosen review: what was rated and why, how far the loop has come, what is due, and what can be done now.
class ReviewSheet : public QWidget {
  Q_OBJECT
 public:
  ReviewSheet(Bridge& bridge, QWidget* parent);

  // Another review is on its way: nothing can be done with the one before any more.
  void expect();
  void show(ReviewRead read);
  void refreshTime();
  ReviewForm* form() const { return m_form; }
  bool isFormOpen() const;

 signals:
  void moveWanted(const ow::desk::ReviewMove& move);
  void caseWanted(ow::domain::CaseId id);
  void left();  // back to the list

 private:
  QWidget* makeHead();
  QWidget* makeFacts();
  QLabel* addFact(QFormLayout* facts, const QString& name, const QString& label);
  void showHead();
  void showFacts();
  void begin(domain::ReviewEvent event);
  void bringBack(domain::ReviewEvent event);

  Bridge& m_bridge;
  std::optional<ReviewRead> m_read;
  QScrollArea* m_scroll;
  QWidget* m_face;
  QLabel* m_level;
  Sign* m_due;
  QLabel* m_next;
  QLabel* m_service;
  QLabel* m_window;
  QLabel* m_clerk;
  QLabel* m_ratedAt;
  QLabel* m_caseLabel;
  QWidget* m_caseRow;
  QPushButton* m_case;
  QLabel* m_reasons;
  QLabel* m_text;
  ReviewSteps* m_steps;
  ReviewActions* m_actions;
  ReviewForm* m_form;
};

}  // namespace ow::ui
