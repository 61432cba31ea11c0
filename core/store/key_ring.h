// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"
#include "domain/centre_address.h"
#include "domain/ids.h"
#include "store/store_key.h"

namespace ow::store {

// How hard a guess is: Argon2id (RFC 9106) passes and memory. `cheap` is for tests only.
struct Hardness {
  std::uint64_t passes;
  std::size_t memoryBytes;
  static constexpr Hardness real() { return {3, std::size_t{64} << 20U}; }
  static constexpr Hardness cheap() { return {1, 8192}; }
};

// The small file beside a store ("<store>.keys") that holds the store's key once per clerk, wrapped under the clerk's
// passphrase (Argon2id, XChaCha20-Poly1305), and counts wrong tries. Opening a wrapped key IS the offline login. The file is
// replaced as a whole (write, fsync, rename), so a power cut leaves the old or the new one. One thread at a time.
class KeyRing {
 public:
  struct Slot {
    domain::StaffId staff;
    std::string login;
    std::string name;
  };

  // storeMissing when there is no store, keysMissing when it has no ring, keysForeign when the ring beside it was made with
  // another store, storeDamaged (fact detail=keys) when it cannot be read.
  static base::Result<KeyRing> load(const std::filesystem::path& store);
  static KeyRing empty(const std::filesystem::path& store);
  static std::filesystem::path pathFor(const std::filesystem::path& store);

  const std::vector<Slot>& clerks() const { return m_clerks; }

  // Adds or replaces the clerk's slot. Nothing is on disk before save().
  base::Result<void> wrap(const StoreKey& key, const Slot& slot, const base::Redacted<std::string>& passphrase,
                          Hardness hardness, base::Random& random);
  // A slot for the administrator's key file. Its secret is 64 hexadecimal digits, a key of full strength; invalidInput (fact
  // field=key_file) otherwise.
  base::Result<void> wrapForFile(const StoreKey& key, const base::Redacted<std::string>& secret, base::Random& random);

  // The key, or wrongKey (fact left: tries before the lock), lockedOut (fact seconds), notFound (no such clerk).
  // Five wrong tries lock the slot for 30 s, each further one twice as long, up to 30 minutes; the count is on disk before the
  // answer is given, and a clock that was set back does not shorten the wait.
  base::Result<StoreKey> unwrap(const std::string& login, const base::Redacted<std::string>& passphrase, base::Clock& clock);
  // invalidInput as above, wrongKey.
  base::Result<StoreKey> unwrapFile(const base::Redacted<std::string>& secret) const;

  // False: this key is of another store than the ring.
  bool isFor(const StoreKey& key) const;

  // Whoever has left opens this store no more. Nothing is on disk before save().
  void remove(domain::StaffId staff);
  void removeClerks();  // all of them; the key file still opens it

  // Where a clerk who has no slot here can prove himself; nothing for a desk that belongs to no centre.
  const std::optional<domain::CentreAddress>& centre() const { return m_centre; }
  void setCentre(domain::CentreAddress centre) { m_centre = std::move(centre); }

  base::Result<void> save() const;

 private:
  struct Wrapped;
  KeyRing(std::filesystem::path path) : m_path(std::move(path)) {}
  base::Result<void> checkBelongsTo(const std::filesystem::path& store) const;
  std::filesystem::path m_path;
  std::optional<FileMark> m_mark;  // of the store's file; none in rings from before there were marks
  std::optional<domain::CentreAddress> m_centre;
  std::vector<Slot> m_clerks;  // same order as the clerk slots in m_slots
  std::vector<std::shared_ptr<Wrapped>> m_slots;
  Wrapped* find(const std::string& login) const;
};

}  // namespace ow::store
