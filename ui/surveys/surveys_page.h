// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>

#include "desk/surveys.h"
#include "kit/page.h"

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ow::ui {

class DrawSheet;
class EmptyState;
class SurveyList;
class SurveyModel;
class SurveySheet;

// Survey rounds (满意度调查): the list of them on the left, the chosen one beside it, or below where there is no room. A new
// round is filled in where the chosen one stands.
class SurveysPage : public Page {
  Q_OBJECT
 public:
  SurveysPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("surveys"); }
  QJsonObject state() const override;
  // "round": an id, or "new" for the form of a new one; "view": 1 to 6.
  void restore(const QJsonObject& state) override;
  bool hasUnfinishedText() const override;
  void takeFocus() override;
  bool accept() override;

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeList();
  void connectParts();
  bool isDrawing() const;
  void reload();
  void showList();
  void follow();
  void showSheet();
  void startDrawing();
  void leaveSide();
  void close(const desk::SurveyRow& round);
  void finish(const base::Result<void>& done);

  SurveyModel* m_model;
  QPushButton* m_new = nullptr;
  SurveyList* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  QStackedWidget* m_stack = nullptr;
  SurveySheet* m_sheet;
  DrawSheet* m_draw;
  EmptyState* m_nothing;
  QStackedWidget* m_side;
  QSplitter* m_splitter;
  QTimer m_refresh;  // many writes in a row make one reading
  QTimer m_pause;    // while somebody holds J down, only the round where they stop is read
  std::optional<domain::SurveyRoundId> m_current;
  std::optional<domain::SurveyRoundId> m_doomed;  // once more, and it is closed
  bool m_isStale = true;
  bool m_isFocusDue = false;
  bool m_isArranged = false;
};

}  // namespace ow::ui
