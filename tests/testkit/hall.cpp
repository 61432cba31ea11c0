// SPDX-License-Identifier: GPL-3.0-or-later
#include "testkit/hall.h"

#include <cstdlib>
#include <stdexcept>

#include "base/time_text.h"
#include "desk/inside.h"
#include "desk/opening.h"
#include "desk/unlock.h"
#include "store/leases.h"

namespace ow::testkit {

namespace {

// In a test a failure here means that the test itself is broken.
template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::runtime_error(base::describe(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(result.value());
}

const base::Redacted<std::string> kKeyFile{std::string(64, 'a')};

}  // namespace

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  m_path = pattern;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
  std::filesystem::remove_all(m_path, ignored);
}

base::Instant at(const std::string& isoWithOffset) {
  return must(base::parseIsoInstant(isoWithOffset));
}

Hall::Hall(const std::string& now, domain::Role role, const std::string& jurisdiction) : clock(at(now)) {
  desk::Place place;
  place.jurisdiction = jurisdiction;
  place.desk = "007";
  place.hall = "东城区政务服务中心";
  place.window = "3";
  const desk::FirstClerk clerk{kLogin, "王敏", base::Redacted<std::string>(kPassphrase), role};
  must(desk::initialise(storePath(), place, kKeyFile, clerk, ports(), store::Hardness::cheap()));
  restart();
}

Hall::~Hall() = default;

store::Store& Hall::store() {
  return *m_desk->inside().store;
}

void Hall::grantLease() {
  auto write = must(store().write());
  must(store::putLease(write.connection(), m_desk->clerk().id, clock.now() + std::chrono::days(14)));
  must(write.commit());
}

void Hall::restart() {
  seat(kLogin);
}

void Hall::seat(const std::string& login) {
  m_desk.reset();
  m_desk = must(desk::unlock(storePath(), login, base::Redacted<std::string>(kPassphrase), ports()));
}

domain::ServiceId Hall::addService(const std::string& name, domain::Limit promised, const std::string& code,
                                   domain::CaseType type) {
  base::IdSource ids(clock, random);
  domain::Service service;
  service.id = ids.make<domain::ServiceId>();
  service.code = code.empty() ? service.id.text() : code;
  service.name = name;
  service.department = "区人社局";
  service.caseType = type;
  service.promisedAmount = promised.amount;
  service.promisedUnit = promised.unit;
  service.jurisdiction = "CN";
  domain::OperationWriter writer(ids, clock.now(), {std::nullopt, "007", "test", std::nullopt});
  writer.create(service);
  must(store().commit(writer.take()));
  return service.id;
}

domain::StaffId Hall::addClerk(const std::string& login, const std::string& name) {
  base::IdSource ids(clock, random);
  domain::Staff clerk;
  clerk.id = ids.make<domain::StaffId>();
  clerk.login = login;
  clerk.name = name;
  domain::OperationWriter writer(ids, clock.now(), {std::nullopt, "007", "test", std::nullopt});
  writer.create(clerk);
  must(store().commit(writer.take()));
  return clerk.id;
}

domain::PartyId Hall::addPerson(const std::string& name, const std::string& citizenId, const std::string& phone) {
  desk::NewParty person;
  person.name = name;
  if (!citizenId.empty()) person.identifierType = domain::IdentifierType::citizenId;
  person.identifier = citizenId;
  person.phone = phone;
  return must(desk::registerParty(*m_desk, person));
}

desk::OpenedCase Hall::openCase(domain::ServiceId service, std::optional<domain::PartyId> party, const std::string& title) {
  desk::NewCase newCase;
  newCase.service = service;
  newCase.party = party;
  newCase.title = title;
  return must(desk::openCase(*m_desk, newCase));
}

}  // namespace ow::testkit
