// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_ring.h"

#include <algorithm>
#include <fstream>

#include <sodium.h>
#include <boost/json.hpp>

#include "base/digest.h"
#include "store/durable_file.h"

namespace ow::store {

using base::ErrorKind;
using base::Redacted;
using base::Result;
namespace json = boost::json;

namespace {

constexpr int kFormat = 1;
constexpr int kFreeTries = 5;
constexpr std::int64_t kFirstWaitSeconds = 30;
constexpr std::int64_t kLongestWaitSeconds = 1800;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

using Bytes = std::vector<std::uint8_t>;

Bytes bytesOf(std::string_view hex) {
  Bytes bytes(hex.size() / 2);
  if (bytes.empty()) return bytes;  // libsodium wants a place even for nothing
  std::size_t size = 0;
  if (sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0) size = 0;
  bytes.resize(size);
  return bytes;
}

base::Error damaged() {
  return base::fail(ErrorKind::storeDamaged, {{"detail", "keys"}});
}

Result<void> checkFileSecret(const std::string& secret) {
  constexpr std::size_t kDigits = 64;
  if (secret.size() == kDigits && secret.find_first_not_of("0123456789abcdef") == std::string::npos) return base::success();
  return base::fail(ErrorKind::invalidInput, {{"field", "key_file"}, {"rule", "format"}});
}

// The wait after `failures` wrong tries in a row.
std::int64_t waitAfter(int failures) {
  if (failures < kFreeTries) return 0;
  const int doublings = std::min(failures - kFreeTries, 6);
  return std::min(kFirstWaitSeconds << doublings, kLongestWaitSeconds);
}

}  // namespace

struct KeyRing::Wrapped {
  bool isForFile = false;
  Slot slot;
  std::uint64_t passes = 0;  // 0: the secret is a key of full strength, one hash is enough
  std::uint64_t memory = 0;
  Bytes salt, nonce, box;
  int failures = 0;
  std::int64_t lastFailure = 0;  // milliseconds since 1970

  // The key that wraps; nothing when there is not the memory for it.
  bool derive(const std::string& secret, StoreKey& out) const {
    if (passes == 0)
      return crypto_generichash(out.bytes().data(), 32, reinterpret_cast<const unsigned char*>(secret.data()), secret.size(),
                                salt.data(), salt.size()) == 0;
    return crypto_pwhash(out.bytes().data(), 32, secret.data(), secret.size(), salt.data(), passes, memory,
                         crypto_pwhash_ALG_ARGON2ID13) == 0;
  }
  // What the box is bound to: a slot's box cannot be moved under another login.
  std::string bound() const { return (isForFile ? "file:" : "clerk:") + slot.login + ":" + slot.staff.text(); }

  bool seal(const StoreKey& key, const std::string& secret, base::Random& random) {
    salt.resize(crypto_pwhash_SALTBYTES);
    nonce.resize(kNonceBytes);
    random.fill(salt);
    random.fill(nonce);
    StoreKey wrapping;
    if (!derive(secret, wrapping)) return false;
    box.resize(32 + kTagBytes);
    const std::string context = bound();
    return crypto_aead_xchacha20poly1305_ietf_encrypt(box.data(), nullptr, key.bytes().data(), 32,
                                                      reinterpret_cast<const unsigned char*>(context.data()), context.size(),
                                                      nullptr, nonce.data(), wrapping.bytes().data()) == 0;
  }

  bool open(const std::string& secret, StoreKey& out) const {
    StoreKey wrapping;
    if (box.size() != 32 + kTagBytes || nonce.size() != kNonceBytes || !derive(secret, wrapping)) return false;
    const std::string context = bound();
    return crypto_aead_xchacha20poly1305_ietf_decrypt(out.bytes().data(), nullptr, nullptr, box.data(), box.size(),
                                                      reinterpret_cast<const unsigned char*>(context.data()), context.size(),
                                                      nonce.data(), wrapping.bytes().data()) == 0;
  }

  json::object toJson() const {
    return {{"for", isForFile ? "file" : "clerk"},
            {"staff", slot.staff.text()},
            {"login", slot.login},
            {"name", slot.name},
            {"passes", passes},
            {"memory", memory},
            {"salt", base::hexOf(salt)},
            {"nonce", base::hexOf(nonce)},
            {"box", base::hexOf(box)},
            {"failures", failures},
            {"last_failure", lastFailure}};
  }

  static Wrapped fromJson(const json::object& o) {
    auto text = [&o](const char* name) { return json::value_to<std::string>(o.at(name)); };
    Wrapped w;
    w.isForFile = text("for") == "file";
    w.slot = {domain::StaffId::parse(text("staff")).value_or(domain::StaffId{}), text("login"), text("name")};
    w.passes = o.at("passes").to_number<std::uint64_t>();
    w.memory = o.at("memory").to_number<std::uint64_t>();
    w.salt = bytesOf(text("salt"));
    w.nonce = bytesOf(text("nonce"));
    w.box = bytesOf(text("box"));
    w.failures = o.at("failures").to_number<int>();
    w.lastFailure = o.at("last_failure").to_number<std::int64_t>();
    return w;
  }
};

std::filesystem::path KeyRing::pathFor(const std::filesystem::path& store) {
  return store.string() + ".keys";
}

KeyRing KeyRing::empty(const std::filesystem::path& store) {
  return KeyRing(pathFor(store));
}

Result<KeyRing> KeyRing::load(const std::filesystem::path& store) {
  if (sodium_init() < 0) return base::fail(ErrorKind::internal, {{"where", "sodium"}});
  KeyRing ring(pathFor(store));
  const auto read = readSmallFile(ring.m_path);
  if (!read && read.error().kind == ErrorKind::storeMissing) {
    std::error_code code;
    return base::fail(std::filesystem::exists(store, code) ? ErrorKind::keysMissing : ErrorKind::storeMissing);
  }
  OW_TRYV(read);
  const std::string& content = read.value();
  try {
    const json::value parsed = json::parse(content);
    const json::object& root = parsed.as_object();
    if (root.at("format").to_number<int>() > kFormat) return base::fail(ErrorKind::storeTooNew, {{"detail", "keys"}});
    if (const json::value* mark = root.if_contains("store")) {
      const Bytes bytes = bytesOf(json::value_to<std::string>(*mark));
      if (bytes.size() != FileMark{}.size()) return damaged();
      std::copy(bytes.begin(), bytes.end(), ring.m_mark.emplace().begin());
    }
    if (const json::value* centre = root.if_contains("centre"))
      ring.m_centre =
          domain::CentreAddress{json::value_to<std::string>(centre->at("dsn")), json::value_to<std::string>(centre->at("site")),
                                json::value_to<std::string>(centre->at("desk"))};
    for (const json::value& slot : root.at("slots").as_array()) {
      auto wrapped = std::make_shared<Wrapped>(Wrapped::fromJson(slot.as_object()));
      if (wrapped->salt.size() != crypto_pwhash_SALTBYTES || wrapped->memory > (std::uint64_t{1} << 31U) ||
          wrapped->passes > 100)
        return damaged();
      if (!wrapped->isForFile) ring.m_clerks.push_back(wrapped->slot);
      ring.m_slots.push_back(std::move(wrapped));
    }
  } catch (const std::exception&) {
    return damaged();
  }
  OW_TRYV(ring.checkBelongsTo(store));
  return ring;
}

// A store that is not there or too short to have a mark is somebody else's finding.
Result<void> KeyRing::checkBelongsTo(const std::filesystem::path& store) const {
  FileMark found{};
  std::ifstream file(store, std::ios::binary);
  if (!m_mark || !file.read(reinterpret_cast<char*>(found.data()), found.size()) || found == *m_mark) return base::success();
  // A start that holds one byte over and over is no mark of another store: something has overwritten this one.
  if (std::count(found.begin(), found.end(), found.front()) == std::ptrdiff_t(found.size()))
    return base::fail(ErrorKind::storeDamaged, {{"detail", "overwritten"}});
  return base::fail(ErrorKind::keysForeign);
}

KeyRing::Wrapped* KeyRing::find(const std::string& login) const {
  for (const auto& slot : m_slots)
    if (!slot->isForFile && slot->slot.login == login) return slot.get();
  return nullptr;
}

Result<void> KeyRing::wrap(const StoreKey& key, const Slot& slot, const Redacted<std::string>& passphrase, Hardness hardness,
                           base::Random& random) {
  auto wrapped = std::make_shared<Wrapped>();
  wrapped->slot = slot;
  wrapped->passes = hardness.passes;
  wrapped->memory = hardness.memoryBytes;
  if (m_slots.empty()) m_mark = fileMarkOf(key.bytes());
  if (!wrapped->seal(key, passphrase.reveal(), random)) return base::fail(ErrorKind::internal, {{"where", "argon2"}});
  for (auto& existing : m_slots) {
    if (existing->isForFile || existing->slot.login != slot.login) continue;
    existing = wrapped;
    for (Slot& clerk : m_clerks)
      if (clerk.login == slot.login) clerk = slot;
    return base::success();
  }
  m_slots.push_back(wrapped);
  m_clerks.push_back(slot);
  return base::success();
}

Result<void> KeyRing::wrapForFile(const StoreKey& key, const Redacted<std::string>& secret, base::Random& random) {
  OW_TRYV(checkFileSecret(secret.reveal()));
  auto wrapped = std::make_shared<Wrapped>();
  wrapped->isForFile = true;
  wrapped->slot.login = "key-file";
  if (m_slots.empty()) m_mark = fileMarkOf(key.bytes());
  if (!wrapped->seal(key, secret.reveal(), random)) return base::fail(ErrorKind::internal, {{"where", "argon2"}});
  std::erase_if(m_slots, [](const auto& slot) { return slot->isForFile; });
  m_slots.push_back(std::move(wrapped));
  return base::success();
}

Result<StoreKey> KeyRing::unwrap(const std::string& login, const Redacted<std::string>& passphrase, base::Clock& clock) {
  Wrapped* slot = find(login);
  if (slot == nullptr) return base::fail(ErrorKind::notFound, {{"entity", "clerk"}});
  const std::int64_t now = base::toMillis(clock.now());
  const std::int64_t wait = waitAfter(slot->failures) * 1000;
  if (now < slot->lastFailure) {  // the clock was set back: the whole wait counts again, from now
    slot->lastFailure = now;
    (void)save();
  }
  const std::int64_t passed = std::max<std::int64_t>(0, now - slot->lastFailure);
  if (wait > passed) return base::fail(ErrorKind::lockedOut, {{"seconds", std::to_string((wait - passed + 999) / 1000)}});

  // Counted before it is tried: pulling the plug after a wrong try does not give it back. A read-only disk must not lock
  // anybody out.
  const int before = slot->failures++;
  slot->lastFailure = now;
  const auto counted = save();
  const bool isTolerable =
      counted || counted.error().kind == ErrorKind::storeReadOnly || counted.error().kind == ErrorKind::diskFull;
  if (!isTolerable) return counted.error();
  StoreKey key;
  if (!slot->open(passphrase.reveal(), key))
    return base::fail(ErrorKind::wrongKey, {{"left", std::to_string(std::max(0, kFreeTries - before - 1))}});
  slot->failures = 0;
  (void)save();  // the login is good in any case; at worst the old count stays
  return key;
}

Result<StoreKey> KeyRing::unwrapFile(const Redacted<std::string>& secret) const {
  OW_TRYV(checkFileSecret(secret.reveal()));
  for (const auto& slot : m_slots) {
    StoreKey key;
    if (slot->isForFile && slot->open(secret.reveal(), key)) return key;
  }
  return base::fail(ErrorKind::wrongKey);
}

bool KeyRing::isFor(const StoreKey& key) const {
  return !m_mark || *m_mark == fileMarkOf(key.bytes());
}

void KeyRing::remove(domain::StaffId staff) {
  std::erase_if(m_slots, [&](const auto& slot) { return !slot->isForFile && slot->slot.staff == staff; });
  std::erase_if(m_clerks, [&](const Slot& slot) { return slot.staff == staff; });
}

void KeyRing::removeClerks() {
  std::erase_if(m_slots, [](const auto& slot) { return !slot->isForFile; });
  m_clerks.clear();
}

Result<void> KeyRing::save() const {
  json::array slots;
  for (const auto& slot : m_slots) slots.push_back(slot->toJson());
  json::object root{{"format", kFormat}, {"slots", std::move(slots)}};
  if (m_mark) root["store"] = base::hexOf(*m_mark);
  if (m_centre) root["centre"] = json::object{{"dsn", m_centre->dsn}, {"site", m_centre->site}, {"desk", m_centre->desk}};
  return replaceFile(m_path, json::serialize(root) + "\n");
}

}  // namespace ow::store
