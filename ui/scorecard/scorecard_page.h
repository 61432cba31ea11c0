// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "desk/rolled_up.h"
#include "scorecard/counted_page.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class FigureTile;
class FindingsCard;
class HallsCard;
class Quadrant;
class RemarksCard;
class ReportsCard;
class TreatmentCard;

// The balanced scorecard of the hall (计分卡): four quadrants of tiles, each a figure that opens what it is made of. Follows
// what happens without being asked. For supervisors.
class ScorecardPage : public CountedPage {
  Q_OBJECT
 public:
  ScorecardPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("scorecard"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  void takeFocus() override;

 protected:
  void load() override;
  void loadHall();
  void loadArea(desk::Reach reach);
  void loadFindings();
  void loadTreatment();
  void publish();
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeQuadrants();
  void arrange();
  void showCard(const desk::Scorecard& card);
  void showTrends(const std::vector<desk::Trend>& trends);
  enum class Corner { upperLeft, lowerRight };
  FigureTile* tileAt(Corner corner) const;
  void moveAmongTiles(int key);
  void moveTo(FigureTile* tile);

  QPushButton* m_export = nullptr;
  QGridLayout* m_grid = nullptr;
  std::array<QVBoxLayout*, 2> m_piles{};
  std::array<Quadrant*, 4> m_quadrants{};
  FindingsCard* m_findings = nullptr;
  RemarksCard* m_remarks = nullptr;
  ReportsCard* m_reports = nullptr;
  HallsCard* m_halls = nullptr;
  TreatmentCard* m_treatment = nullptr;
  std::string m_treatmentOf;  // the period of what is shown
  quint64 m_ratingChanges = 0;
  std::string m_findingsOf;  // the period of those shown; empty: none, or a rating has come since
  int m_columns = 0;
  QString m_focusDue;  // the tile that had the keyboard
};

}  // namespace ow::ui
