// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "desk/surveys.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ow::ui {

class Bridge;
class Navigator;
class SurveyPanel;

// The chosen round: how it stands, and what can be done with it, one panel at a time. What is not for this clerk, or not for
// this round, is greyed with the reason.
class SurveySheet : public QWidget {
  Q_OBJECT
 public:
  enum class View { calls, slips, results, words, tasks, codes };
  static constexpr int kViews = 6;

  SurveySheet(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void show(const desk::SurveyRow& round);
  using QWidget::show;
  void choose(View view);  // nothing changes where it is greyed
  bool isOffered(View view) const;
  View view() const;
  void takeFocus();
  bool accept();
  bool hasText() const;
  void flush();

 signals:
  void left();
  void closeWanted(const ow::desk::SurveyRow& round);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeViews();
  void addPanels();
  QString whyNot(View view) const;
  void showHead();
  void showViews();
  SurveyPanel* panel() const;

  Bridge& m_bridge;
  Navigator& m_navigator;
  QLabel* m_name = nullptr;
  QLabel* m_standing = nullptr;
  QLabel* m_about = nullptr;
  QPushButton* m_close = nullptr;
  QButtonGroup* m_views = nullptr;
  QStackedWidget* m_stack;
  QScrollArea* m_scroll = nullptr;
  std::vector<SurveyPanel*> m_panels;  // in the order of View
  std::optional<desk::SurveyRow> m_round;
};

}  // namespace ow::ui
