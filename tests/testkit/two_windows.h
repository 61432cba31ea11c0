// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>

#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/hall.h"

namespace ow::testkit {

// One window of a hall, with a store of its own.
struct Window {
  Window(sync::MemoryCentre& centre, sync::ScopeId scope, const char* desk, const char* window, domain::Role role)
      : hall("2026-03-02T09:30:00+08:00", role) {
    auto write = hall.store().write().value();
    const auto put = [&](const char* name, const char* value) {
      REQUIRE(write.connection().execute("UPDATE desk_state SET value = '" + std::string(value) + "' WHERE name = 'place." +
                                         std::string(name) + "'"));
    };
    put("desk", desk);
    put("window", window);
    REQUIRE(write.commit());
    hall.restart();
    centre.addStaff(hall.desk().clerk(), {scope});
    line = centre.line(centre.addDesk({scope}));
  }
  void meet() {
    if (synchroniser == nullptr) synchroniser = std::make_unique<sync::Synchroniser>(hall.store(), *line, hall.clock);
    REQUIRE(synchroniser->round());
  }

  Hall hall;
  std::unique_ptr<sync::MemoryCentre::Line> line;
  std::unique_ptr<sync::Synchroniser> synchroniser;
};

// Two windows of one hall over a centre; off the line until they meet.
struct TwoWindows {
  explicit TwoWindows(domain::Role role = domain::Role::clerk)
      : three(centre, scope, "007", "3", role), four(centre, scope, "008", "4", role) {
    four.hall.random.begin(77);
  }
  void meet() {
    for (int i = 0; i < 2; ++i)
      for (Window* window : {&three, &four}) window->meet();
  }
  void wait() {
    clock.advance(std::chrono::minutes(1));
    for (Window* window : {&three, &four}) window->hall.clock.advance(std::chrono::minutes(1));
  }

  base::ManualClock clock{at("2026-03-02T09:30:00+08:00")};
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId scope = centre.addHall("110101-1", "东城区政务服务中心");
  Window three, four;
};

}  // namespace ow::testkit
