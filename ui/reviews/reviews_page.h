// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>

#include "desk/reviews.h"
#include "kit/page.h"

class QButtonGroup;
class QSplitter;
class QStackedWidget;

namespace ow::ui {

class EmptyState;
class ReviewList;
class ReviewModel;
class ReviewSheet;
struct ReviewRead;

// The loop of bad ratings (差评核查): who works on which, and the steps. The list on the left, the chosen review beside it, or
// below where there is no room; whatever is written anywhere, the chosen review and typed text stay.
class ReviewsPage : public Page {
  Q_OBJECT
 public:
  ReviewsPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("reviews"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  bool hasUnfinishedText() const override;
  void takeFocus() override;
  bool accept() override;

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeList();
  QWidget* makeFilters();
  void connectParts();
  desk::ReviewsShown shown() const;
  void choose(int number);
  void reload();
  void showList();
  void follow();
  void readSheet();
  void receive(base::Result<ReviewRead> read);
  void openCase();
  void move(const desk::ReviewMove& move);
  void finish(const desk::ReviewMove& move, const base::Result<domain::ReviewState>& done);

  ReviewModel* m_model = nullptr;
  QButtonGroup* m_filters = nullptr;
  ReviewList* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  QStackedWidget* m_stack = nullptr;
  ReviewSheet* m_sheet = nullptr;
  EmptyState* m_nothing = nullptr;
  QStackedWidget* m_side = nullptr;
  QSplitter* m_splitter = nullptr;
  QTimer m_refresh;  // many writes in a row make one reading
  QTimer m_pause;    // while somebody holds J down, only the review where they stop is read
  QTimer m_minute;
  std::optional<domain::RatingReviewId> m_current;
  int m_currentRow = 0;
  bool m_isHeld = false;  // the current one need not stand in the list: it came back from a visit or a draft
  int m_place = 0;        // how far the list was scrolled when it was read anew
  bool m_isStale = true;
  bool m_isReading = false;
  bool m_isReadDue = false;
  bool m_isMoving = false;
  bool m_isFocusDue = false;
  bool m_isArranged = false;
};

}  // namespace ow::ui
