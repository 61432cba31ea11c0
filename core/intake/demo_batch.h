// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "domain/operation.h"
#include "intake/demo_dice.h"
#include "store/store.h"

// Where the demo hall stands in its store, and the way everything takes into it. Only core/intake/demo_* includes this.
namespace ow::intake {

struct DemoPlace {
  std::string division;  // GB/T 2260
  std::string desk;      // the store's own: its case numbers stay free
  std::string hall;
  std::string jurisdiction;
  std::string area;  // the hall's name without what makes it a hall: 东城区
};

// Operations in groups of a few thousand, each group one transaction of the ordinary write path.
class DemoBatch {
 public:
  // Ids carry the time of `now`; the seed makes them the same every time.
  DemoBatch(store::Store& store, Dice& dice, const DemoPlace& place, base::Instant now);

  template <class IdType>
  IdType id() {
    return m_ids.make<IdType>();
  }
  // When the following operations happened.
  void setNow(base::Instant at) { m_writer.setNow(at); }
  template <class T>
  void create(const T& entity) {
    m_writer.create(entity);
    ++m_waiting;
  }
  void change(const domain::Case& before, const domain::Case& after, domain::OperationKind kind) {
    m_writer.change(before, after, kind);
    ++m_waiting;
  }
  // Commits when enough has gathered; between two entities that belong together it is not called.
  base::Result<void> settle() { return m_waiting < kGroup ? base::success() : flush(); }
  base::Result<void> flush();

 private:
  static constexpr std::int64_t kGroup = 5000;
  store::Store& m_store;
  base::ManualClock m_clock;
  base::IdSource m_ids;
  domain::OperationWriter m_writer;
  std::int64_t m_waiting = 0;
};

}  // namespace ow::intake
