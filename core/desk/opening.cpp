// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/opening.h"

#include "base/text_rules.h"
#include "domain/division.h"
#include "domain/operation.h"
#include "domain/work_calendar.h"
#include "store/desk_state.h"

namespace ow::desk {

using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

base::Error bad(const char* field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}});
}

// What the core's validator says of a text, with the field that it was.
Result<std::string> accepted(const char* field, std::string_view text, base::TextLimits limits) {
  auto taken = base::acceptText(text, limits, base::Lines::single);
  if (taken) return taken;
  base::Error error = taken.error();
  error.facts.insert(error.facts.begin(), {"field", field});
  return error;
}

bool isOneOf(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

}  // namespace

Result<Place> checkPlace(const Place& given) {
  Place place = given;
  if (place.division.size() != 6 || !isOneOf(place.division, "0123456789")) return bad("division", "six_digits");
  if (place.jurisdiction == "CN" && !domain::divisionName(place.division)) return bad("division", "unknown_division");
  if (place.desk.size() != 3 || !isOneOf(place.desk, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return bad("desk", "three_of_0-9A-Z");
  OW_TRY(place.hall, accepted("hall", given.hall, base::kNameLimits));
  OW_TRY(place.window, accepted("window", given.window, base::kCodeLimits));
  if (!domain::findBundledCalendar(place.jurisdiction)) return bad("jurisdiction", "unknown_jurisdiction");
  return place;
}

Result<FirstClerk> checkClerk(const FirstClerk& given) {
  constexpr std::size_t kLongestLogin = 32;
  FirstClerk clerk = given;
  if (clerk.login.empty() || clerk.login.size() > kLongestLogin) return bad("login", "1_to_32_characters");
  if (!domain::isLogin(clerk.login)) return bad("login", "letters_digits_._-@");
  if (clerk.login == "none") return bad("login", "reserved");  // lists say it for cases without an owner
  OW_TRY(clerk.name, accepted("name", given.name.empty() ? given.login : given.name, base::kNameLimits));
  if (clerk.name.empty()) return bad("name", "required");
  OW_TRYV(checkPassphrase(clerk.passphrase));
  return clerk;
}

namespace {

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
  OW_TRY(const auto accepted, checkPlace(place));
  if (clerk) OW_TRYV(checkClerk(*clerk));
  std::error_code code;
  if (std::filesystem::exists(path, code) || std::filesystem::exists(store::KeyRing::pathFor(path), code))
    return base::fail(ErrorKind::duplicate, {{"entity", "store"}});

  auto store = makeStore(path, accepted, keyFileSecret, clerk, ports, hardness);
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

Result<void> addClerk(store::Store& store, const FirstClerk& given, const Ports& ports, store::Hardness hardness) {
  OW_TRY(const auto clerk, checkClerk(given));
  base::IdSource ids(*ports.clock, *ports.random);
  domain::Staff staff{domain::staffId(clerk.login), clerk.login, clerk.name, clerk.role, true};
  {
    OW_TRY(auto reader, store.read());
    OW_TRY(auto known, reader.connection().prepare("SELECT id, login FROM staff WHERE login = ?1 COLLATE NOCASE"));
    known.bindText(1, clerk.login);
    OW_TRY(const bool any, known.step());
    // Wang beside wang would be one clerk too many at the unlock screen.
    if (any && known.text(1) != clerk.login) return base::fail(ErrorKind::duplicate, {{"entity", "login"}});
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
