// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/admission.h"

#include <sodium.h>

#include "desk/inside.h"
#include "desk/opening.h"
#include "store/leases.h"
#include "sync/clerk_line.h"

namespace ow::desk {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

Result<store::StoreKey> keyOf(const Redacted<std::string>& digits) {
  store::StoreKey key;
  std::size_t size = 0;
  const std::string& hex = digits.reveal();
  if (hex.size() != 2 * store::StoreKey::kBytes ||
      sodium_hex2bin(key.bytes().data(), key.bytes().size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 ||
      size != store::StoreKey::kBytes)
    return base::fail(ErrorKind::storeDamaged, {{"detail", "store_key"}});
  return key;
}

Result<void> checkNext(const sync::Admission& admission, const Redacted<std::string>& passphrase,
                       const std::optional<Redacted<std::string>>& next) {
  if (!admission.mustChange) return base::success();
  if (!next) return base::fail(ErrorKind::notAllowed, {{"rule", "passphrase_initial"}});
  if (next->reveal() == passphrase.reveal())
    return base::fail(ErrorKind::invalidInput, {{"field", "passphrase"}, {"rule", "passphrase_same"}});
  return checkPassphrase(*next);
}

Result<void> keep(store::Store& store, const sync::Admission& admission, const Redacted<std::string>& passphrase,
                  const Ports& ports, store::Hardness hardness) {
  FirstClerk clerk{admission.login, admission.name, passphrase, domain::Role::clerk};
  if (admission.role == "supervisor") clerk.role = domain::Role::supervisor;
  OW_TRYV(addClerk(store, clerk, ports, hardness));
  OW_TRY(auto write, store.write());
  OW_TRYV(store::putLease(write.connection(), admission.proof.staff, admission.proof.leaseUntil));
  return write.commit();
}

}  // namespace

Result<std::unique_ptr<Desk>> signIn(const std::filesystem::path& path, const std::string& login,
                                     const Redacted<std::string>& passphrase, const std::optional<Redacted<std::string>>& next,
                                     const std::shared_ptr<sync::ClerkLine>& centre, const Ports& ports,
                                     store::Hardness hardness) {
  OW_TRY(const auto ring, store::KeyRing::load(path));
  OW_TRY(const auto admission, centre->admit(login, passphrase));
  OW_TRYV(checkNext(admission, passphrase, next));
  OW_TRY(auto key, keyOf(admission.storeKey));
  if (!ring.isFor(key)) return base::fail(ErrorKind::storeDamaged, {{"detail", "store_key"}});
  const Redacted<std::string>& valid = admission.mustChange ? *next : passphrase;
  OW_TRY(auto store, store::Store::open(path, std::move(key)));
  // Should it not be kept here after that, the new passphrase is asked of the centre again at the next try.
  if (admission.mustChange) OW_TRYV(centre->changePassphrase(login, passphrase, valid));
  OW_TRYV(keep(*store, admission, valid, ports, hardness));
  OW_TRY(auto desk, deskOfAdmitted(std::move(store), admission.proof.staff, ports));
  OW_TRYV(meetCentre(*desk, valid, centre));
  return desk;
}

bool mayAskTheCentre(const base::Error& error) {
  if (error.kind == ErrorKind::wrongKey) return true;
  if (error.kind == ErrorKind::notFound) return error.fact("entity") == "clerk";
  const auto rule = error.fact("rule");
  return error.kind == ErrorKind::notAllowed && (rule == "sign_in_first" || rule == "lease_over" || rule == "clerk_disabled");
}

Result<std::optional<domain::CentreAddress>> centreAddressOf(const std::filesystem::path& path) {
  OW_TRY(const auto ring, store::KeyRing::load(path));
  return ring.centre();
}

}  // namespace ow::desk
