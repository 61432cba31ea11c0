// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <utility>

#include "desk/scorecard.h"
#include "kit/bridge.h"
#include "kit/page.h"

class QLabel;
class QScrollArea;

namespace ow::ui {

class AreaChoice;
class CountWatch;
class FlowLayout;
class PeriodChoice;

// What the pages of figures have in common: a period with its keys, counting that tells how far it is and ends when nobody
// waits for it any more, and following what happens.
class CountedPage : public Page {
  Q_OBJECT
 public:
  CountedPage(Bridge& bridge, Navigator& navigator, QWidget* parent);

 protected:
  // The row with the period, and what its figures are as of; more may stand behind it.
  QWidget* makePeriodRow();
  FlowLayout* periodRow() const { return m_row; }
  void tellAbout(base::Instant asOf, const std::string& registry);
  PeriodChoice& period() const { return *m_period; }
  AreaChoice& area() const { return *m_area; }

  // What is higher than the window scrolls; Page Up and Down stay the period's.
  QScrollArea* makeScroll();
  // Once it has its place: what was opened by a key is seen.
  void bringIntoView(QWidget* what);

  // Asks for everything anew; called when the page comes to the front, at another period, and soon after a change.
  virtual void load() = 0;
  void loadIfSeen();
  // What was asked for before is not waited for any more.
  void beginAnew();
  // work: (Desk&, CountingWatch) -> Result<Value>, on the lane of figures; show: (Value) -> void. An answer from before
  // beginAnew() is dropped.
  template <class Work, class Show>
  void count(Work work, Show show) {
    bridge().run(
        Lane::count, this, [work = std::move(work), watch = beginCount()](desk::Desk& desk) { return work(desk, watch); },
        [this, show = std::move(show), generation = m_generation](auto read) {
          if (!endCount(generation)) return;
          if (!read) return fail(read.error());
          show(std::move(read).value());
        });
  }
  void fail(const base::Error& error);
  // The area as a page keeps it: the word of its reach, empty for this hall.
  QString areaWord() const;
  void setAreaWord(const QString& word);

  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void loadAreas();
  insight::CountingWatch beginCount();
  bool endCount(quint64 generation);

  CountWatch* m_watch;
  QScrollArea* m_scroll = nullptr;
  FlowLayout* m_row = nullptr;
  PeriodChoice* m_period = nullptr;
  AreaChoice* m_area = nullptr;
  QLabel* m_about = nullptr;
  QLabel* m_counting = nullptr;
  QTimer m_refresh;  // many changes, one reading
  quint64 m_generation = 0;
  bool m_isStale = true;  // something changed while nobody looked
};

}  // namespace ow::ui
