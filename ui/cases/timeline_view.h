// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "cases/timeline_delegate.h"
#include "desk/profile.h"

class QLabel;
class QListView;

namespace ow::ui {

class TimelineModel;

// The story of a party or a case, newest first. Holds what it was given; endReached asks for the next page, once per page.
class TimelineView : public QWidget {
  Q_OBJECT
 public:
  TimelineView(const base::TimeZone& zone, CaseNaming naming, QWidget* parent = nullptr);

  void setItems(std::vector<desk::TimelineItem> items);
  void append(std::vector<desk::TimelineItem> items);
  int count() const;
  const desk::TimelineItem& item(int row) const;
  // What stands there when there is nothing to tell.
  void setEmptySentence(const QString& sentence);

 signals:
  void caseActivated(ow::domain::CaseId id);
  void endReached();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showState();
  void askForMore();
  void activate(const QModelIndex& index);
  void follow(const QModelIndex& current, const QModelIndex& previous);

  TimelineModel* m_model = nullptr;
  TimelineDelegate* m_delegate = nullptr;
  QListView* m_list = nullptr;
  QLabel* m_empty = nullptr;
  int m_askedAt = -1;  // row count at which the next page was asked for
};

}  // namespace ow::ui
