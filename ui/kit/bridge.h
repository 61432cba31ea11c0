// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

#include "desk/desk.h"
#include "desk/syncing.h"
#include "kit/hand_over.h"

namespace ow::ui {

// Lanes keep one kind of work from waiting behind another; within a lane work runs in order.
enum class Lane {
  search,  // search as you type: newer text overtakes
  read,    // profiles, lists, counts
  write,   // everything that changes the store, and drafts
  count,   // figures: what was never counted can take minutes, and no profile waits behind it
  centre,  // what waits for the line: it may take as long as the line likes
};

// The one bridge between core's blocking use cases and Qt's event loop. Work runs on the lane's own thread; its answer is
// delivered on the UI thread, unless `context` was destroyed meanwhile (the work itself is still carried out).
class Bridge : public QObject {
  Q_OBJECT
 public:
  explicit Bridge(std::shared_ptr<desk::Desk> desk, QObject* parent = nullptr);
  ~Bridge() override;  // waits for running work

  desk::Desk& desk() const { return *m_desk; }
  // Null while this desk has no centre, or is not open for it yet. UI thread; what runs on a lane keeps its own share.
  std::shared_ptr<desk::Syncing> syncing() const { return m_syncing; }
  void setSyncing(std::shared_ptr<desk::Syncing> syncing);

  // work: Desk& -> Value, on the lane's thread; then: Value -> void, on the UI thread.
  template <class Work, class Then>
  void run(Lane lane, QObject* context, Work work, Then then) {
    QPointer<QObject> guard(context);
    auto desk = m_desk;
    post(lane, [this, lane, guard, desk, work = std::move(work), then = std::move(then)]() mutable {
      auto value = std::make_shared<decltype(work(*desk))>(work(*desk));
      m_answers.give([this, lane, guard, value, then = std::move(then)]() mutable {
        if (lane == Lane::write) noteRefusal(errorIn(*value));
        if (guard) then(std::move(*value));
      });
    });
  }

  // The disk refused the last write (full, read-only, failing) and has taken none since. UI thread.
  bool isWriteRefused() const { return m_isWriteRefused; }

 signals:
  // After each committed write, on the UI thread; screens refresh from queries and never know who wrote.
  void changed(ow::desk::Changed what);
  // The disk refused a write; `changed` says that it takes them again.
  void writeRefused(ow::base::Error error);
  // The sync took a step, on the UI thread; what it is now is asked on a lane.
  void syncChanged();

 private:
  template <class T>
  static const base::Error* errorIn(const base::Result<T>& answer) {
    return answer ? nullptr : &answer.error();
  }
  template <class T>
  static const base::Error* errorIn(const T&) {
    return nullptr;
  }
  void noteRefusal(const base::Error* error);
  void post(Lane lane, std::function<void()> work);

  std::shared_ptr<desk::Desk> m_desk;
  bool m_isWriteRefused = false;
  HandOver m_answers;  // an answer never outlives the bridge
  struct Threads;
  std::unique_ptr<Threads> m_threads;
  std::shared_ptr<desk::Desk::Listening> m_listening;
  std::shared_ptr<desk::Syncing> m_syncing;
  std::shared_ptr<desk::Syncing::Listening> m_syncListening;
};

}  // namespace ow::ui
