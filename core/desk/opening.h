// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "desk/desk.h"
#include "store/store.h"

// Making and opening stores without a clerk at the window: the administrator's side.
namespace ow::sync {
class ClerkLine;
}

namespace ow::desk {

struct FirstClerk {
  std::string login;
  std::string name;
  base::Redacted<std::string> passphrase;
  domain::Role role = domain::Role::clerk;
};

// What was given, as it is kept. invalidInput with the facts field (division, desk, hall, window, jurisdiction) and rule:
// six_digits, unknown_division (where the jurisdiction is CN: no division of GB/T 2260), three_of_0-9A-Z, required,
// unknown_jurisdiction, or those of base::acceptText.
base::Result<Place> checkPlace(const Place& given);
// The same for a clerk (field login, name, passphrase): 1_to_32_characters, letters_digits_._-@ (ASCII, beginning with a letter
// or digit), reserved, required, passphrase_weak, or those of base::acceptText.
base::Result<FirstClerk> checkClerk(const FirstClerk& given);

// A new store with its place, its secrets and, where given, its first clerk; `keyFileSecret` (64 hexadecimal digits) opens it
// later without a clerk. duplicate when there is one; nothing is left of a store that was not finished.
base::Result<std::unique_ptr<store::Store>> initialise(const std::filesystem::path& path, const Place& place,
                                                       const base::Redacted<std::string>& keyFileSecret,
                                                       const std::optional<FirstClerk>& clerk, const Ports& ports,
                                                       store::Hardness hardness = store::Hardness::real());

base::Result<std::unique_ptr<store::Store>> openWithKeyFile(const std::filesystem::path& path,
                                                            const base::Redacted<std::string>& keyFileSecret,
                                                            const store::Options& options);

// One more clerk at this store, or a new passphrase for one whose passphrase is lost. Errors of checkClerk; duplicate
// (entity=login) when a login differs from a known one by upper and lower case alone.
base::Result<void> addClerk(store::Store& store, const FirstClerk& clerk, const Ports& ports,
                            store::Hardness hardness = store::Hardness::real());

// invalidInput with fact rule=passphrase_weak.
base::Result<void> checkPassphrase(const base::Redacted<std::string>& passphrase);

// Keeps what proves the clerk at the centre for this shift; nothing to do without a line.
base::Result<void> meetCentre(Desk& desk, const base::Redacted<std::string>& passphrase,
                              const std::shared_ptr<sync::ClerkLine>& centre);

base::Result<std::unique_ptr<Desk>> deskOver(std::unique_ptr<store::Store> store, domain::StaffId staff, const Ports& ports);
// The same for somebody whom the centre has just let in: it may have heard of them again before this store has.
base::Result<std::unique_ptr<Desk>> deskOfAdmitted(std::unique_ptr<store::Store> store, domain::StaffId staff,
                                                   const Ports& ports);

// A desk without a clerk, for the command line: the administrator sees what a page shows, masked, and looks are logged as
// theirs.
base::Result<std::unique_ptr<Desk>> administratorDesk(std::unique_ptr<store::Store> store, const Ports& ports);

// The store under a desk: for whole-store work of the command line.
store::Store& storeOf(Desk& desk);

}  // namespace ow::desk
