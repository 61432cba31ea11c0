// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desk/scorecard.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;

namespace ow::ui {

class ChartView;
class SplitModel;
class SplitTable;
class TrendModel;

// The ways to look at one figure: its months, the same months as a table, its members, and their funnel.
class FigureViews : public QWidget {
  Q_OBJECT
 public:
  enum class View { trend, months, members, funnel };

  explicit FigureViews(QWidget* parent);

  void showTrend(desk::Trend trend);
  void showSplit(desk::SplitFigure split);
  void choose(View view);
  View view() const;
  insight::Split split() const;
  void chooseSplit(insight::Split split);
  // The members are halls, and nothing else is known of them.
  void setIsOfHalls(bool isOfHalls);
  void takeFocus();

 signals:
  void splitChosen();
  void memberChosen(const std::string& member, const QString& name);

 private:
  QWidget* makeTrend();
  QWidget* makeMembers();

  QButtonGroup* m_views;
  bool m_isOfHalls = false;
  QComboBox* m_split;
  QStackedWidget* m_stack;
  ChartView* m_trend = nullptr;
  ChartView* m_funnel = nullptr;
  QLabel* m_trendWords = nullptr;
  QLabel* m_membersWords = nullptr;
  QLabel* m_funnelWords = nullptr;
  TrendModel* m_trendModel;
  SplitModel* m_splitModel;
  QWidget* m_months = nullptr;
  SplitTable* m_members = nullptr;
};

}  // namespace ow::ui
