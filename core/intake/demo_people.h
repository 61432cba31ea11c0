// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/party.h"
#include "intake/demo_batch.h"
#include "intake/demo_names.h"
#include "intake/demo_numbers.h"

// The people and firms around a demo hall. Only core/intake/demo_* includes this.
namespace ow::intake {

// Whoever may come to the hall: an adult, or an organisation with the person who speaks for it.
struct DemoVisitor {
  domain::PartyId party;
  domain::PartyId agent;     // nil for those who come themselves
  base::Instant knownSince;  // never before they were registered
};

struct DemoPopulation {
  std::int64_t persons = 0, organisations = 0, households = 0;
  // In the order in which they were registered, so that who was known on a day is a prefix.
  std::vector<DemoVisitor> adults, firms;
};

class DemoPeople {
 public:
  DemoPeople(DemoBatch& batch, Dice& dice, const DemoPlace& place, std::int64_t persons, base::Instant now);

  // One household, or as much of it as `room` persons allow; registered at `at`.
  void addHousehold(DemoPopulation& into, std::int64_t room, base::Instant at);
  // One organisation, led by one of the adults already there.
  void addOrganisation(DemoPopulation& into, base::Instant at);

 private:
  struct Member {
    domain::PartyId id;
    domain::Sex sex = domain::Sex::male;
    int age = 0;
    std::string family;
    bool isMinor() const { return age < 18; }
  };
  struct Home {
    Origin origin = Origin::han;
    std::string address, grid;
    base::Instant at;
  };
  enum class Shape { single, couple, coupleOneChild, coupleTwoChildren, oneParent, threeGenerations, grandparent };
  struct Kind {
    domain::PartyKind kind;
    std::string_view registry;
  };

  Home newHome(base::Instant at);
  Member addPerson(const Home& home, int age, domain::Sex sex, std::string family);
  base::Date birthOf(int age);
  void addNumber(const domain::Party& party, const Home& home);
  void addPhones(const domain::Party& party, int age);
  void addAddress(domain::PartyId party, domain::AddressKind kind, const std::string& text, const std::string& grid);
  void relate(domain::PartyId from, domain::PartyId to, domain::RelationshipKind kind,
              std::optional<std::string> document = {});
  Member addHead(const Home& home, Shape shape);
  Member addSpouse(const Home& home, const Member& head);
  Member addElder(const Home& home, const Member& head);
  void addChildren(const Home& home, const Member& head, const std::optional<Member>& spouse, std::int64_t count,
                   std::vector<Member>& members);
  void addAgent(domain::PartyId agent, domain::PartyId principal);
  Kind organisationKind();
  std::string street();

  DemoBatch& m_batch;
  Dice& m_dice;
  const DemoPlace& m_place;
  DemoNumbers m_numbers;
  base::Instant m_now;
  base::Date m_today;
  std::string m_shortArea;
};

}  // namespace ow::intake
