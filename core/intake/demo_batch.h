// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
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
  std::string area;        // the hall's name without what makes it a hall: 东城区
  bool hasCentre = false;  // that hears of everything, and believes only of those who have signed in here what they did
};

// Operations on their way into the store, some ten thousand in each transaction of the ordinary write path.
class DemoBatch {
 public:
  // Ids carry the time of `now`; the seed makes them the same every time. The first `stored` operations are in the store from a
  // run that was cut short: they are made again, for the dice to fall the same way, and not applied.
  DemoBatch(store::Store& store, Dice& dice, const DemoPlace& place, base::Instant now, std::int64_t stored);

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
  // What only some may make, by somebody of them.
  template <class T>
  void create(const T& entity, domain::StaffId by) {
    m_writer.setStaff(by);
    create(entity);
    m_writer.setStaff(std::nullopt);
  }
  // A step of a review or a task, which somebody takes.
  template <class T>
  void step(const T& before, const T& after, domain::StaffId by) {
    m_writer.setStaff(by);
    m_writer.change(before, after, domain::OperationKind::transition);
    m_writer.setStaff(std::nullopt);
    ++m_waiting;
  }
  // Between two things that belong together it is not called: what stands in one transaction stays whole.
  base::Result<void> settle();
  // Commits what is left.
  base::Result<void> flush();

 private:
  // What waits in memory, and what one transaction takes: numbers and phones fall all over their indexes, so that a small
  // transaction would encrypt the same pages again and again.
  static constexpr std::int64_t kGroup = 2000;
  static constexpr std::int64_t kTransaction = 40'000;
  base::Result<void> apply();

  store::Store& m_store;
  base::ManualClock m_clock;
  base::IdSource m_ids;
  domain::OperationWriter m_writer;
  std::optional<store::Write> m_write;
  std::int64_t m_stored;
  std::int64_t m_waiting = 0, m_applied = 0;
};

}  // namespace ow::intake
