// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "base/uuid.h"
#include "desk/syncing.h"
#include "kit/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ow::ui {

class EmptyState;
class SyncActions;
class SyncList;
class SyncModel;
class SyncWatch;
enum class SyncSection;

// How this desk and its centre stand to each other (同步): one sentence, then what waits for a decision, what was refused and
// why, and what is on its way. Everything here has a key of its own.
class SyncPage : public Page {
  Q_OBJECT
 public:
  SyncPage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);

  QString title() const override;
  QString kind() const override { return QStringLiteral("sync"); }
  QJsonObject state() const override { return {}; }
  void restore(const QJsonObject&) override {}
  void takeFocus() override;

  void syncNow();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeStanding();
  QWidget* makeList();
  void connectList();
  void showStanding();
  void whenViewed();
  SyncSection lastSection() const;
  void reload();
  void showList();
  void follow();
  void pauseOrGoOn();
  void settle(int number);
  enum class Decision { accept, dismiss };
  void decide(Decision decision);
  void reveal();
  void openCurrent();
  void finish(const base::Result<void>& done, const QString& sentence);

  SyncWatch* m_watch = nullptr;
  SyncModel* m_model = nullptr;
  QLabel* m_sentence = nullptr;
  QLabel* m_figures = nullptr;
  QLabel* m_scopes = nullptr;
  QLabel* m_warning = nullptr;
  QPushButton* m_now = nullptr;
  QPushButton* m_pause = nullptr;
  QStackedWidget* m_stack = nullptr;
  SyncList* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  SyncActions* m_actions = nullptr;
  QTimer m_hide;          // masks again
  desk::SyncView m_seen;  // as the list was read last
  base::Uuid m_current;   // of the chosen row
  int m_currentRow = 0;
  bool m_isStale = true;  // something changed while nobody looked
  bool m_isDeciding = false;
  bool m_isFocusDue = false;
};

}  // namespace ow::ui
