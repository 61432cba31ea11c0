// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unlock.h"

#include <algorithm>

#include "desk/inside.h"
#include "desk/opening.h"
#include "store/contents.h"
#include "store/desk_state.h"
#include "store/leases.h"
#include "store/schema.h"
#include "sync/clerk_line.h"

namespace ow::desk {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

constexpr std::size_t kShortestPassphrase = 8;

Result<Place> placeOf(store::Connection& connection) {
  Place place;
  const std::pair<const char*, std::string*> fields[] = {{"place.division", &place.division},
                                                         {"place.desk", &place.desk},
                                                         {"place.hall", &place.hall},
                                                         {"place.window", &place.window},
                                                         {"place.jurisdiction", &place.jurisdiction}};
  for (const auto& [name, member] : fields) {
    OW_TRY(auto value, store::deskValue(connection, name));
    if (value) *member = std::move(*value);
  }
  return place;
}

bool isWeak(const std::string& passphrase) {
  return passphrase.size() < kShortestPassphrase ||
         std::all_of(passphrase.begin(), passphrase.end(), [&](char c) { return c == passphrase.front(); });
}

}  // namespace

Result<void> checkPassphrase(const Redacted<std::string>& passphrase) {
  if (isWeak(passphrase.reveal()))
    return base::fail(ErrorKind::invalidInput, {{"field", "passphrase"}, {"rule", "passphrase_weak"}});
  return base::success();
}

namespace {

Result<std::unique_ptr<Desk>> seat(std::unique_ptr<store::Store> store, domain::Staff clerk, const Ports& ports) {
  // A file that was being read in when the program ended; where it cannot go now, it goes the next time.
  if (!store->isReadOnly()) (void)store::sweepContents(*store, store::Unfinished::drop);
  OW_TRY(auto reader, store->read());
  store::Connection& connection = reader.connection();
  OW_TRY(auto place, placeOf(connection));
  OW_TRY(auto calendar, domain::findBundledCalendar(place.jurisdiction));
  OW_TRY(auto identityKey, store::deskValue(connection, "identity_key"));
  // Without its secret party ids would be plain hashes of card numbers: such a store was never finished.
  if (!identityKey) return base::fail(ErrorKind::storeDamaged, {{"detail", "unfinished"}});
  auto inside =
      std::make_unique<Desk::Inside>(std::move(store), std::move(clerk), std::move(place), ports, std::move(calendar));
  inside->identityKey = std::move(*identityKey);
  return std::make_unique<Desk>(std::move(inside));
}

}  // namespace

Result<std::unique_ptr<Desk>> deskOver(std::unique_ptr<store::Store> store, domain::StaffId staff, const Ports& ports) {
  OW_TRY(auto desk, deskOfAdmitted(std::move(store), staff, ports));
  if (!desk->clerk().isActive) return base::fail(ErrorKind::notAllowed, {{"rule", "clerk_disabled"}});
  return desk;
}

Result<std::unique_ptr<Desk>> deskOfAdmitted(std::unique_ptr<store::Store> store, domain::StaffId staff, const Ports& ports) {
  domain::Staff clerk;
  {
    OW_TRY(auto reader, store->read());
    OW_TRY(clerk, store::loadEntity<domain::Staff>(reader.connection(), staff));
  }
  return seat(std::move(store), std::move(clerk), ports);
}

Result<std::unique_ptr<Desk>> administratorDesk(std::unique_ptr<store::Store> store, const Ports& ports) {
  domain::Staff administrator;
  administrator.login = administrator.name = "administrator";
  return seat(std::move(store), std::move(administrator), ports);
}

store::Store& storeOf(Desk& desk) {
  return *desk.inside().store;
}

Result<std::vector<ClerkName>> clerksOf(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return base::fail(ErrorKind::storeMissing);
  OW_TRY(const auto ring, store::KeyRing::load(path));
  std::vector<ClerkName> names;
  for (const auto& slot : ring.clerks()) names.push_back({slot.login, slot.name});
  return names;
}

namespace {

// A clerk of a centre works without it for as long as the site allows, and not before he has been there once.
Result<void> checkLease(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto lease, store::leaseOf(reader.connection(), in.clerk.id));
  if (!lease) return base::fail(ErrorKind::notAllowed, {{"rule", "sign_in_first"}});
  OW_TRY(const auto now, store::latestKnownTime(reader.connection(), in.now()));
  if (now > *lease) return base::fail(ErrorKind::notAllowed, {{"rule", "lease_over"}});
  return base::success();
}

}  // namespace

Result<void> meetCentre(Desk& desk, const Redacted<std::string>& passphrase, const std::shared_ptr<sync::ClerkLine>& centre) {
  Desk::Inside& in = desk.inside();
  if (centre == nullptr) return base::success();
  OW_TRY(in.centrePassword, centre->passwordFor(in.clerk.login, passphrase));
  in.centre = centre;
  return base::success();
}

const Redacted<std::string>& centrePassword(Desk& desk) {
  return desk.inside().centrePassword;
}

Result<std::unique_ptr<Desk>> unlock(const std::filesystem::path& path, const std::string& login,
                                     const Redacted<std::string>& passphrase, const Ports& ports,
                                     const std::shared_ptr<sync::ClerkLine>& centre) {
  domain::StaffId staff;
  store::StoreKey key;
  bool hasCentre = false;
  {
    OW_TRY(const auto lock, store::ProcessLock::takeKeys(path));
    OW_TRY(auto ring, store::KeyRing::load(path));
    OW_TRY(key, ring.unwrap(login, passphrase, *ports.clock));
    for (const auto& slot : ring.clerks())
      if (slot.login == login) staff = slot.staff;
    hasCentre = ring.centre().has_value();
  }
  OW_TRY(auto store, store::Store::open(path, std::move(key)));
  auto opened = deskOver(std::move(store), staff, ports);
  // The centre has nobody of that login, and took the row away: the centre is who can say more.
  if (!opened && hasCentre && opened.error().kind == ErrorKind::notFound)
    return base::fail(ErrorKind::notAllowed, {{"rule", "sign_in_first"}});
  if (!opened) return opened.error();
  auto desk = std::move(opened).value();
  if (hasCentre) OW_TRYV(checkLease(*desk));
  OW_TRYV(meetCentre(*desk, passphrase, centre));
  return desk;
}

Result<void> verifyPassphrase(Desk& desk, const Redacted<std::string>& passphrase) {
  Desk::Inside& in = desk.inside();
  OW_TRY(const auto lock, store::ProcessLock::takeKeys(in.store->path()));
  OW_TRY(auto ring, store::KeyRing::load(in.store->path()));
  OW_TRYV(ring.unwrap(in.clerk.login, passphrase, *in.ports.clock));
  return base::success();
}

Result<void> changePassphrase(Desk& desk, const Redacted<std::string>& before, const Redacted<std::string>& after) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkPassphrase(after));
  OW_TRY(const auto lock, store::ProcessLock::takeKeys(in.store->path()));
  OW_TRY(auto ring, store::KeyRing::load(in.store->path()));
  OW_TRY(auto key, ring.unwrap(in.clerk.login, before, *in.ports.clock));
  OW_TRYV(ring.wrap(key, {in.clerk.id, in.clerk.login, in.clerk.name}, after, store::Hardness::real(), *in.ports.random));
  if (ring.centre() && in.centre == nullptr) return base::fail(ErrorKind::centreAway);
  if (in.centre != nullptr) OW_TRYV(in.centre->changePassphrase(in.clerk.login, before, after));
  OW_TRYV(ring.save());
  return meetCentre(desk, after, in.centre);
}

}  // namespace ow::desk
