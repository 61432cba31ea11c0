// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "kit/hand_over.h"

namespace ow::ui {

// Work that needs a thread but has no desk yet (unlocking one), a thread for each. Everything else goes through Bridge.
class Background {
 public:
  // work: () -> Value, on its thread; then: Value -> void, on the thread of this, unless this has gone. Going waits for work
  // under way.
  template <class Work, class Then>
  void run(Work work, Then then) {
    m_threads.emplace_back([this, work = std::move(work), then = std::move(then)]() mutable {
      auto value = std::make_shared<decltype(work())>(work());
      m_answers.give([value, then = std::move(then)]() mutable { then(std::move(*value)); });
    });
  }

 private:
  HandOver m_answers;
  std::vector<std::jthread> m_threads;  // last: they use what is above
};

}  // namespace ow::ui
