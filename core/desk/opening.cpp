// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/opening.h"

#include "base/text_rules.h"
#include "domain/operation.h"
#include "domain/work_calendar.h"
#include "store/desk_state.h"

namespace ow::desk {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

// IM0..IMZ number imported cases (intake/request_import.h), so no desk may bear such a name.
bool isDesk(const std::string& desk) {
  return desk.size() == 3 && !desk.starts_with("IM") &&
         desk.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

Result<void> checkPlace(const Place& place) {
  auto bad = [](const char* field) { return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", "format"}}); };
  if (place.division.size() != 6 || place.division.find_first_not_of("0123456789") != std::string::npos) return bad("division");
  if (!isDesk(place.desk)) return bad("desk");
  OW_TRYV(base::acceptText(place.hall, base::kNameLimits, base::Lines::single));
  OW_TRYV(base::acceptText(place.window, base::kCodeLimits, base::Lines::single));
  OW_TRYV(domain::findBundledCalendar(place.jurisdiction));
  return base::success();
}

Result<void> writePlace(store::Store& store, const Place& place, const Ports& ports) {
  OW_TRY(auto write, store.write());
  store::Connection& connection = write.connection();
  OW_TRYV(store::putDeskValue(connection, "place.division", place.division));
  OW_TRYV(store::putDeskValue(connection, "place.desk", place.desk));
  OW_TRYV(store::putDeskValue(connection, "place.hall", place.hall));
  OW_TRYV(store::putDeskValue(connection, "place.window", place.window));
  OW_TRYV(store::putDeskValue(connection, "place.jurisdiction", place.jurisdiction));
  base::Uuid secret[2];
  for (base::Uuid& half : secret) ports.random->fill(half.bytes);
  OW_TRYV(store::putDeskValue(connection, "identity_key", secret[0].text().substr(0, 32) + secret[1].text().substr(0, 32)));
  return write.commit();
}

}  // namespace

namespace {

Result<std::unique_ptr<store::Store>> makeStore(const std::filesystem::path& path, const Place& place,
                                                const Redacted<std::string>& keyFileSecret,
                                                const std::optional<FirstClerk>& clerk, const Ports& ports,
                                                store::Hardness hardness) {
  // The keys first: a store whose key is nowhere could never be opened, a key without a store is only a small file.
  store::StoreKey key = store::StoreKey::make(*ports.random);
  auto ring = store::KeyRing::empty(path);
  OW_TRYV(ring.wrapForFile(key, keyFileSecret, *ports.random));
  OW_TRYV(ring.save());
  OW_TRY(auto store, store::Store::create(path, std::move(key)));
  OW_TRYV(writePlace(*store, place, ports));
  if (clerk) OW_TRYV(addClerk(*store, *clerk, ports, hardness));
  return store;
}

}  // namespace

Result<std::unique_ptr<store::Store>> initialise(const std::filesystem::path& path, const Place& place,
                                                 const Redacted<std::string>& keyFileSecret,
                                                 const std::optional<FirstClerk>& clerk, const Ports& ports,
                                                 store::Hardness hardness) {
  OW_TRYV(checkPlace(place));
  if (clerk) OW_TRYV(checkPassphrase(clerk->passphrase));
  std::error_code code;
  if (std::filesystem::exists(path, code) || std::filesystem::exists(store::KeyRing::pathFor(path), code))
    return base::fail(ErrorKind::duplicate, {{"entity", "store"}});

  auto store = makeStore(path, place, keyFileSecret, clerk, ports, hardness);
  // What was begun and not finished must not stand in the way of the next try.
  if (!store)
    for (const char* suffix : {"", "-wal", "-shm", ".keys", ".keys.lock", ".lock"})
      std::filesystem::remove(path.string() + suffix, code);
  return store;
}

Result<std::unique_ptr<store::Store>> openWithKeyFile(const std::filesystem::path& path,
                                                      const Redacted<std::string>& keyFileSecret,
                                                      const store::Options& options) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return base::fail(ErrorKind::storeMissing);
  OW_TRY(const auto ring, store::KeyRing::load(path));
  OW_TRY(auto key, ring.unwrapFile(keyFileSecret));
  return store::Store::open(path, std::move(key), options);
}

Result<void> addClerk(store::Store& store, const FirstClerk& clerk, const Ports& ports, store::Hardness hardness) {
  OW_TRYV(checkPassphrase(clerk.passphrase));
  OW_TRY(const auto login, base::acceptKeyText(clerk.login, base::kCodeLimits));
  OW_TRY(const auto name, base::acceptText(clerk.name.empty() ? login : clerk.name, base::kNameLimits, base::Lines::single));
  base::IdSource ids(*ports.clock, *ports.random);
  domain::Staff staff{ids.make<domain::StaffId>(), login, name, clerk.role, true};
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(auto known, reader.connection().prepare("SELECT id FROM staff WHERE login = ?1"));
    known.bindText(1, login);
    OW_TRY(const bool any, known.step());
    if (any) {
      staff.id.uuid = known.uuid(0);
    } else {
      domain::OperationWriter writer(ids, ports.clock->now(), {std::nullopt, "", "administration", std::nullopt});
      writer.create(staff);
      OW_TRYV(store.commit(writer.take()));
    }
  }
  OW_TRY(const auto lock, store::ProcessLock::takeKeys(store.path()));
  OW_TRY(auto ring, store::KeyRing::load(store.path()));
  OW_TRYV(ring.wrap(store.key(), {staff.id, staff.login, staff.name}, clerk.passphrase, hardness, *ports.random));
  return ring.save();
}

}  // namespace ow::desk
