// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/bridge.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace ow::ui {

// What is left of a lane's queue when the window goes away.
enum class OnClose { finishQueue, dropQueue };

// A queue with its own threads. One thread keeps the order; the search lane has two, so that a newer text can start and thereby
// interrupt the older one (desk::find answers `cancelled` then).
class WorkQueue {
 public:
  using Work = std::function<void()>;

  WorkQueue(int threads, OnClose onClose) : m_onClose(onClose) {
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { serve(); });
  }

  ~WorkQueue() {
    {
      const std::lock_guard lock(m_mutex);
      m_isClosing = true;
      if (m_onClose == OnClose::dropQueue) m_queue.clear();
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) thread.join();
  }

  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  void add(Work work) {
    {
      const std::lock_guard lock(m_mutex);
      m_queue.push_back(std::move(work));
    }
    m_wake.notify_one();
  }

 private:
  void serve() {
    while (Work work = next()) work();
  }

  // An empty function when there will be no more work.
  Work next() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isClosing || !m_queue.empty(); });
    if (m_queue.empty()) return {};
    Work work = std::move(m_queue.front());
    m_queue.pop_front();
    return work;
  }

  const OnClose m_onClose;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<Work> m_queue;
  bool m_isClosing = false;
  std::vector<std::thread> m_threads;  // last: they use everything above
};

struct Bridge::Threads {
  WorkQueue search{2, OnClose::dropQueue};
  WorkQueue read{1, OnClose::dropQueue};
  // What a clerk typed or decided is written, also when the window closes first.
  WorkQueue write{1, OnClose::finishQueue};
  WorkQueue count{1, OnClose::dropQueue};
  WorkQueue centre{1, OnClose::dropQueue};

  WorkQueue& of(Lane lane) {
    switch (lane) {
      case Lane::search:
        return search;
      case Lane::read:
        return read;
      case Lane::write:
        return write;
      case Lane::count:
        return count;
      case Lane::centre:
        return centre;
    }
    return read;
  }
};

Bridge::Bridge(std::shared_ptr<desk::Desk> desk, QObject* parent)
    : QObject(parent), m_desk(std::move(desk)), m_threads(std::make_unique<Threads>()) {
  if (!m_desk) return;  // a test of the lanes alone
  m_listening = m_desk->listen([this](const desk::Changed& what) {
    m_answers.give([this, what] {
      m_isWriteRefused = false;
      emit changed(what);
    });
  });
}

Bridge::~Bridge() {
  m_syncListening.reset();
  if (m_syncing) m_syncing->leaveSearchLine();  // a lane may be waiting on it
  m_syncing.reset();                            // interrupted: it does not wait for the line
  m_threads.reset();                            // nobody writes any more,
  m_listening.reset();                          // so nobody tells us
}

void Bridge::setSyncing(std::shared_ptr<desk::Syncing> syncing) {
  m_syncListening.reset();
  m_syncing = std::move(syncing);
  if (m_syncing) m_syncListening = m_syncing->listen([this] { m_answers.give([this] { emit syncChanged(); }); });
  emit syncChanged();
}

void Bridge::noteRefusal(const base::Error* error) {
  using enum base::ErrorKind;
  // What the clerk typed or the case's state can be wrong without the disk being so.
  const auto isOfTheDisk = [](base::ErrorKind kind) {
    return kind == diskFull || kind == storeReadOnly || kind == ioFailure || kind == outcomeUnknown;
  };
  if (error == nullptr || !isOfTheDisk(error->kind)) return;
  m_isWriteRefused = true;
  emit writeRefused(*error);
}

void Bridge::post(Lane lane, std::function<void()> work) {
  m_threads->of(lane).add(std::move(work));
}

}  // namespace ow::ui
