// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "desk/rating_pad.h"
#include "simulation/broken_line.h"
#include "simulation/sync_world.h"
#include "sync/attachment_lane.h"

namespace ow::test {

// One desk of a world: its store on the disk, its clock, its line. Some of its work goes through the use cases of core/desk,
// which own the store.
struct SyncWorld::Desk {
  std::size_t index = 0;
  int hall = 0;
  std::string name;
  std::filesystem::path path;
  base::ManualClock clock{base::fromMillis(0)};
  std::shared_ptr<desk::Desk> office;
  store::Store* store = nullptr;         // of the office
  std::unique_ptr<desk::RatingPad> pad;  // where ratings are taken
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
