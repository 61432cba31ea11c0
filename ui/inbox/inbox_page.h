// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>

#include "desk/inbox.h"
#include "kit/page.h"

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace ow::ui {

class CaseWork;
class EmptyState;
class InboxFilters;
class InboxModel;
class InboxPreview;
class InboxTable;

// The inbox (案件收件箱): cases by their real deadline. Saved filters on the left, the list, the chosen case on the right. The
// keyboard stays in the list; whatever is written anywhere, the chosen case and the place in the list stay.
class InboxPage : public Page {
  Q_OBJECT
 public:
  InboxPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  void setView(desk::InboxView view);

  QString title() const override;
  QString kind() const override { return QStringLiteral("inbox"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  bool hasUnfinishedText() const override;
  void takeFocus() override;

 signals:
  void listed(int count);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class After { keepPlace, startAtTop };

  QWidget* makeList();
  void connectParts();
  void readAgain();
  void readKeys(After after);
  void receiveKeys(desk::InboxRows rows, After after);
  void readCounts();
  void showList();
  void follow();
  void showCount();
  void whenChanged(const desk::Changed& what);
  void take(int row);

  InboxModel* m_model = nullptr;
  CaseWork* m_work = nullptr;
  InboxFilters* m_filters = nullptr;
  QLineEdit* m_filter = nullptr;
  QLabel* m_count = nullptr;
  InboxTable* m_table = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QSplitter* m_splitter = nullptr;
  InboxPreview* m_preview = nullptr;
  QTimer m_refresh;  // many writes in a row make one reading
  QTimer m_minute;
  bool m_isReading = false;
  std::optional<After> m_readDue;
  bool m_isCounting = false;
  bool m_isCountDue = false;
  bool m_hasUnsent = false;
  bool m_isStale = false;  // something changed while nobody looked
  bool m_isPreviewStale = false;
  bool m_isArranged = false;  // the list and the preview have their first share of the width
  bool m_isFocusDue = false;
  bool m_isListed = false;                // the first answer has come
  std::optional<std::int64_t> m_current;  // key of the chosen case
};

}  // namespace ow::ui
