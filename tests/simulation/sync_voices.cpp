// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/rating_invitation.h"
#include "desk/rating_set.h"
#include "simulation/outbox_reading.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"

// Ratings in the world: whoever asks, a pad seals, and of two pads off the line that take one voice the first counts.
namespace ow::test {

using domain::EntityKind;

namespace {

// Two desks that serve one citizen after the other ask about what has just been.
constexpr std::size_t kNewest = 6;

template <class T>
const T* oneOfTheNewest(base::Random& dice, const std::vector<T>& all) {
  if (all.empty()) return nullptr;
  return &all[all.size() - 1 - dice.below(std::min(all.size(), kNewest))];
}

base::Result<desk::RatingInvitation> invitation(desk::Desk& office, store::Store& store, base::Random& dice) {
  const auto nothing = [] { return base::fail(base::ErrorKind::notFound); };
  const auto about = dice.below(4);
  if (about < 2) {
    const auto visits = rowsIn<domain::Interaction>(store);
    const auto* visit = oneOfTheNewest(dice, visits);
    return visit == nullptr ? nothing() : desk::inviteToRate(office, visit->id);
  }
  const auto cases = rowsIn<domain::Case>(store);
  const auto* c = oneOfTheNewest(dice, cases);
  if (c == nullptr) return nothing();
  return about == 2 ? desk::inviteToRate(office, c->id) : desk::inviteToRateMatter(office, c->id);
}

// A rating that some desk's pad has taken.
struct Voice {
  std::size_t desk;
  Remembered said;
};

}  // namespace

// Somebody comes to the window with a question, known by name or not.
void SyncWorld::receive(Desk& desk) {
  auto writer = desk.office->inside().writer("intake");
  domain::Interaction visit;
  visit.id = writer.ids().make<domain::InteractionId>();
  const auto parties = rowsIn<domain::Party>(*desk.store);
  if (!parties.empty() && m_dice.below(2) == 0) visit.partyId = parties[m_dice.below(parties.size())].id;
  visit.at = desk.clock.now();
  visit.subject = "咨询";
  visit.clerkId = desk.office->clerk().id;
  visit.window = desk.office->place().window;
  writer.create(visit);
  must(desk.store->commit(writer.take()));
}

void SyncWorld::rate(Desk& desk) {
  const auto asked = invitation(*desk.office, *desk.store, m_dice);
  if (!asked) return;
  (void)desk.pad->rate(asked.value(), {1 + int(m_dice.below(5)), {}, {}});
}

// Law 9: each voice counts once, at every desk of the hall the same one, as its pad took it; every other is told so, and kept.
std::string SyncWorld::voices() {
  std::map<domain::EntityId, std::vector<Voice>> taken;
  for (auto& desk : m_desks)
    for (Remembered& said : outboxOf(*desk->store, EntityKind::rating)) {
      const auto id = said.entityId;
      taken[id].push_back({desk->index, std::move(said)});
    }
  for (auto& desk : m_desks) {
    const auto standing = textsIn(*desk->store, EntityKind::rating);
    const auto aside = textsIn(*desk->store, EntityKind::proposal);
    for (const auto& [id, text] : standing) {
      const auto found = taken.find(id);
      const bool isSaid = found != taken.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Voice& v) {
                            return !v.said.isRefused && v.said.text() == text;
                          });
      if (!isSaid) return "9: " + desk->name + " counts a rating that no citizen gave";
    }
    for (const auto& [id, voices] : taken) {
      const auto counted = std::count_if(voices.begin(), voices.end(), [](const Voice& v) { return !v.said.isRefused; });
      if (counted != 1) return "9: one voice was taken " + std::to_string(counted) + " times";
      for (const Voice& voice : voices) {
        if (m_desks[voice.desk]->hall != desk->hall) continue;
        if (!standing.contains(id)) return "9: " + desk->name + " has lost a rating";
        if (!voice.said.isRefused) continue;
        if (voice.said.rule != "already_rated") return "9: a rating was refused as " + voice.said.rule;
        if (!aside.contains({voice.said.id.uuid})) return "9: a second voice is not kept at " + desk->name;
      }
    }
  }
  return {};
}

// Law 9, as whoever has the set recounts it: every seal fits, and no chain has a gap. Those of another hall,
// which came along with a person who is known in both, are recounted there.
std::string SyncWorld::seals() {
  for (auto& desk : m_desks) {
    const auto recount = must(desk::recountStore(*desk->store));
    if (recount.findings.empty()) continue;
    const domain::AuditFinding& first = recount.findings.front();
    return "9: " + desk->name + " recounts: " + std::string(base::code(first.fault)) + " at place " +
           std::to_string(first.place);
  }
  return {};
}

}  // namespace ow::test
