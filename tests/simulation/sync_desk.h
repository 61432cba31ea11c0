// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/broken_line.h"
#include "simulation/sync_world.h"
#include "sync/attachment_lane.h"

namespace ow::test {

// One desk of a world: its store on the disk, its clock, its line.
struct SyncWorld::Desk {
  std::size_t index = 0;
  int hall = 0;
  std::string name;
  std::filesystem::path path;
  base::ManualClock clock{base::fromMillis(0)};
  std::unique_ptr<store::Store> store;
  std::unique_ptr<sync::MemoryCentre::Line> line;
  std::unique_ptr<BrokenLine> broken;
  std::unique_ptr<testkit::FaultyLine> weather;
  std::unique_ptr<sync::Synchroniser> synchroniser;
  std::unique_ptr<sync::AttachmentLane> lane;
  std::unique_ptr<base::IdSource> ids;

  domain::OperationWriter writer(base::Random& dice, const std::string& purpose) {
    if (ids == nullptr) ids = std::make_unique<base::IdSource>(clock, dice);
    return {*ids, clock.now(), {std::nullopt, "00" + std::to_string(index + 1), purpose, std::nullopt}};
  }
};

}  // namespace ow::test
