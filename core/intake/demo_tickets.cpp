// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_tickets.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "domain/ticket_order.h"
#include "store/ticket_queries.h"

namespace ow::intake {

using base::Instant;
using base::Result;
using domain::Ticket;
using domain::TicketPriority;
using domain::TicketState;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr std::array<std::pair<const char*, const char*>, 3> kQueues{
    {{"A", "综合受理"}, {"B", "社保医保"}, {"C", "不动产登记"}}};
constexpr int kWindowsOfQueue = 4, kWindows = 12;
constexpr double kPriority = 0.06, kAppointments = 0.12, kNoShows = 0.04, kGivenBack = 0.02;
constexpr double kShortestWait = 0.5, kQuietWait = 6, kBusyWait = 14, kLongestWait = 90;  // minutes, the middle ones on average
constexpr double kShortestService = 3, kService = 9, kLongestService = 70;
constexpr int kServedNow = 24, kServedWithin = 180;  // minutes: the board has a day behind it, even of a hall made by night
constexpr std::size_t kWaitingNow = 14;
constexpr int kOldestNow = 37;  // minutes

const char* queueOf(int window) {
  return kQueues[std::size_t((window - 1) / kWindowsOfQueue) % kQueues.size()].first;
}

// Exponential, as waits are, within its bounds.
seconds drawn(Dice& dice, double shortest, double mean, double longest) {
  const double value = shortest - std::log(1 - dice.fraction()) * mean;
  return seconds(std::int64_t(std::min(longest, value) * 60));
}

TicketPriority drawPriority(Dice& dice) {
  const double x = dice.fraction();
  return x < kPriority                   ? TicketPriority::priority
         : x < kPriority + kAppointments ? TicketPriority::appointment
                                         : TicketPriority::normal;
}

class Writing {
 public:
  Writing(DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm, const DemoPlace& place,
          const std::vector<domain::Staff>& staff)
      : m_batch(batch), m_dice(dice), m_rhythm(rhythm), m_place(place), m_staff(staff) {
    // A dispenser is a desk of its own, so its numbers stay out of the way of those that this one gives out.
    m_dispenser = place.desk == "00D" ? "00E" : "00D";
  }

  // One who was served from `at` on.
  void served(Instant at, int window, std::optional<domain::StaffId> clerk) {
    Ticket after = called(at - seconds(m_dice.between(10, 60)), window, clerk);
    after.arrivedAt = at;
    after.endedAt = std::min(m_rhythm.now(), at + drawn(m_dice, kShortestService, kService, kLongestService));
    after.state = TicketState::done;
    write(after, *after.endedAt);
  }
  void neverCame(Instant at, int window, std::optional<domain::StaffId> clerk) {
    Ticket after = called(at, window, clerk);
    after.calls = domain::kMostCalls;
    after.endedAt = std::min(m_rhythm.now(), at + minutes(2));
    after.state = TicketState::noShow;
    write(after, *after.endedAt);
  }
  void gaveBack(Instant at, int window) {
    Ticket after = issued(at - drawn(m_dice, kShortestWait, kBusyWait, kLongestWait), queueOf(window), TicketPriority::normal);
    after.endedAt = at;
    after.state = TicketState::left;
    write(after, at);
  }
  // How the hall stands at the end: `since` minutes ago somebody came to that window, or was called to it.
  void atWindowNow(int window, int since, TicketState state) {
    const Instant at = m_rhythm.now() - minutes(since);
    Ticket after = called(at, window, std::nullopt);
    after.state = state;
    if (state == TicketState::serving) after.arrivedAt = at;
    write(after, at);
  }
  void waitsNow(const char* queue, int since, TicketPriority priority) {
    const Ticket ticket = issued(m_rhythm.now() - minutes(since), queue, priority);
    m_batch.setNow(ticket.issuedAt);
    m_batch.create(ticket);
  }

 private:
  Ticket issued(Instant at, const char* queue, TicketPriority priority) {
    Ticket ticket;
    ticket.id = m_batch.id<domain::TicketId>();
    ticket.hall = m_place.hall;
    ticket.queue = queue;
    ticket.priority = priority;
    ticket.issuedAt = at;
    ticket.number = numberOf(at, queue);
    return ticket;
  }
  Ticket called(Instant at, int window, std::optional<domain::StaffId> clerk) {
    const auto priority = drawPriority(m_dice);
    const auto hour = m_rhythm.calendar().zone().toLocal(at).time_since_epoch() % std::chrono::days(1) / std::chrono::hours(1);
    const bool isBusy = hour == 9 || hour == 10 || hour == 14;
    const double mean = (isBusy ? kBusyWait : kQuietWait) * (priority == TicketPriority::normal ? 1.0 : 0.4);
    Ticket ticket = issued(at - drawn(m_dice, kShortestWait, mean, kLongestWait), queueOf(window), priority);
    ticket.state = TicketState::called;
    ticket.calledAt = at;
    ticket.calls = m_dice.chance(0.85) ? 1 : 2;
    ticket.window = std::to_string(window);
    ticket.clerkId = clerk ? *clerk : m_staff[std::size_t(window) % m_staff.size()].id;
    return ticket;
  }
  // Numbers run in the order in which people are called here: nearly that in which they came.
  std::string numberOf(Instant at, const char* queue) {
    const base::Date day = m_rhythm.calendar().zone().dateOf(at);
    return domain::ticketNumber(queue, m_dispenser, ++m_serials[{day, *queue}]);
  }
  void write(const Ticket& after, Instant at) {
    Ticket before = after;
    before.state = TicketState::waiting;
    before.calls = 0;
    before.calledAt = before.arrivedAt = before.endedAt = std::nullopt;
    before.window.reset();
    before.clerkId.reset();
    m_batch.setNow(before.issuedAt);
    m_batch.create(before);
    m_batch.setNow(at);
    m_batch.step(before, after, after.clerkId.value_or(m_staff.front().id));
  }

  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoRhythm& m_rhythm;
  const DemoPlace& m_place;
  const std::vector<domain::Staff>& m_staff;
  std::string m_dispenser;
  std::map<std::pair<base::Date, char>, int> m_serials;  // by day and queue
};

Result<void> nameQueues(store::Store& store) {
  OW_TRY(auto write, store.write());
  for (const auto& [queue, name] : kQueues) OW_TRYV(store::nameQueue(write.connection(), queue, name));
  return write.commit();
}

void writeNow(Writing& writing, Dice& dice, const DemoRhythm& rhythm) {
  // The first window is for whoever tries the program.
  for (int i = 0; i < kServedNow; ++i)
    writing.served(rhythm.now() - minutes(kServedWithin - i * (kServedWithin - 15) / kServedNow), 2 + i % (kWindows - 1),
                   std::nullopt);
  writing.neverCame(rhythm.now() - minutes(50), 4, std::nullopt);
  writing.atWindowNow(2, 6, TicketState::serving);
  writing.atWindowNow(3, 14, TicketState::serving);
  writing.atWindowNow(5, 1, TicketState::called);
  writing.atWindowNow(6, 22, TicketState::serving);
  writing.atWindowNow(9, 3, TicketState::serving);
  for (std::size_t i = 0; i < kWaitingNow; ++i) {
    const int since = kOldestNow - int(i) * kOldestNow / int(kWaitingNow);
    // Whoever has waited longest is in the first queue; the last is quiet.
    const std::size_t queue = i == 0 ? 0 : std::min<std::size_t>(dice.index(4), kQueues.size() - 1) % (i < 6 ? 2 : 3);
    writing.waitsNow(kQueues[queue].first, since, i % 5 == 4 ? TicketPriority::priority : TicketPriority::normal);
  }
}

}  // namespace

void DemoTickets::visited(Instant at, const std::optional<std::string>& window, std::optional<domain::StaffId> clerk) {
  if (window) m_visits.push_back({at, clerk, std::uint8_t(std::stoi(*window))});
}

Result<void> DemoTickets::write(store::Store& store, DemoBatch& batch, Dice& dice, const DemoRhythm& rhythm,
                                const DemoPlace& place, const std::vector<domain::Staff>& staff) {
  if (staff.empty()) return base::success();
  std::stable_sort(m_visits.begin(), m_visits.end(), [](const Visit& a, const Visit& b) { return a.at < b.at; });
  Writing writing(batch, dice, rhythm, place, staff);
  for (const Visit& visit : m_visits) {
    writing.served(visit.at, visit.window, visit.clerk);
    if (dice.chance(kNoShows)) writing.neverCame(visit.at, visit.window, visit.clerk);
    if (dice.chance(kGivenBack)) writing.gaveBack(visit.at, visit.window);
    OW_TRYV(batch.settle());
  }
  writeNow(writing, dice, rhythm);
  OW_TRYV(batch.flush());
  m_visits = {};
  return nameQueues(store);
}

}  // namespace ow::intake
