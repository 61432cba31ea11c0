// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rolled_up.h"
#include "scorecard/counted_page.h"

class QButtonGroup;
class QLabel;
class QSplitter;
class QVBoxLayout;
class QTableView;

namespace ow::ui {

class BehindModel;
class BehindTable;
class FigureHead;
class FigureViews;
class RemarksCard;
class TargetCard;

// One figure under the microscope: what it says, its months, its members, and the very cases behind it. Shows nothing until
// restore() tells it which.
class FigurePage : public CountedPage {
  Q_OBJECT
 public:
  FigurePage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("figure"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  void takeFocus() override;

 protected:
  void load() override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeBehind();
  void makeRemarks(QVBoxLayout& column);
  void loadHall();
  void loadArea(desk::Reach reach);
  void loadSplit();
  void askBehind();
  void showMember(const std::string& member, const QString& name);
  void showAll();
  void showFigure(const desk::Scorecard& card);
  void tellBehind();

  std::string m_indicator;
  QString m_name;
  FigureHead* m_head = nullptr;
  TargetCard* m_target = nullptr;
  RemarksCard* m_remarks = nullptr;
  QWidget* m_behindCard = nullptr;
  QSplitter* m_halves = nullptr;
  FigureViews* m_views = nullptr;
  QButtonGroup* m_parts = nullptr;
  QLabel* m_behindWords = nullptr;
  BehindModel* m_behind = nullptr;
  BehindTable* m_cases = nullptr;
  std::string m_member;  // whose cases are shown; with m_isMember
  QString m_memberName;
  bool m_isMember = false;
};

}  // namespace ow::ui
