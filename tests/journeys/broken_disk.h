// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <sys/resource.h>

#include <csignal>

#include "kit/bridge.h"
#include "store/store.h"

namespace ow::journeys {

// While it lives this process can write nothing into any file: what is written to a full disk fails in the same place. It needs
// no rights and holds for root as well.
class FullDisk {
 public:
  FullDisk() : m_signal(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit none{0, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &none);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_signal);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit m_before{};
  void (*m_signal)(int);
};

// While it lives the store's one writer is told that it may only read, as when the disk was mounted anew without writing.
class ReadOnlyDisk {
 public:
  ReadOnlyDisk(ui::Bridge& bridge, store::Store& store) : m_bridge(bridge) {
    if (auto write = store.write()) m_writer = &write.value().connection();
    tell("PRAGMA query_only = ON");
  }
  ~ReadOnlyDisk() { tell("PRAGMA query_only = OFF"); }
  ReadOnlyDisk(const ReadOnlyDisk&) = delete;
  ReadOnlyDisk& operator=(const ReadOnlyDisk&) = delete;

 private:
  // On the write lane, so that nobody else uses the connection meanwhile.
  void tell(const char* pragma) {
    bool isTold = false;
    m_bridge.run(
        ui::Lane::write, &m_bridge, [writer = m_writer, pragma](desk::Desk&) { return writer->execute(pragma); },
        [&](const base::Result<void>&) { isTold = true; });
    (void)QTest::qWaitFor([&] { return isTold; }, 60000);
  }

  ui::Bridge& m_bridge;
  store::Connection* m_writer = nullptr;
};

}  // namespace ow::journeys
