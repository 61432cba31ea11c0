// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"
#include "base/time.h"
#include "base/uuid.h"
#include "centre/address.h"
#include "centre/sealed.h"

// Halls, desks and staff of a site, as its administrators keep them. Any thread. Errors beside those of the line: notFound
// (entity hall, scope, desk, staff), duplicate (the same), invalidInput (field, rule=letters_digits_- or required).
namespace ow::centre {

struct NewHall {
  std::string code;  // letters, digits and dashes: "110101-1"
  std::string name;
  std::string division;  // GB/T 2260, six digits
  std::string jurisdiction = "CN";
};
struct Hall {
  std::string code, name, division, jurisdiction;
  std::int64_t desks = 0, rows = 0;
};
// Makes the hall's scope and the login role of its desks.
base::Result<void> addHall(const Address& address, const SiteKey& key, const NewHall& hall);
base::Result<std::vector<Hall>> halls(const Address& address);

// A scope beside the halls': a department's queue or a district's view.
struct FurtherScope {
  std::string kind;  // department, district
  std::string code, name;
  std::int64_t rows = 0;
  std::vector<std::string> halls;  // whose cases are routed there: code, and the department or "figures" in brackets
};
base::Result<void> addScope(const Address& address, const FurtherScope& scope);
// What of a hall stands in a further scope.
struct Routed {
  std::string department;    // its services' cases alone; empty: all cases, and what is written about the hall's scorecard
  bool figuresOnly = false;  // no case: what is written about the scorecard, for a district that adds up
};
// It stands there from now on, the open cases at once. Answers how many rows that were. duplicate (entity=route); invalidInput
// (field=department: with_figures).
base::Result<std::int64_t> addRoute(const Address& address, const std::string& hall, const FurtherScope& to,
                                    const Routed& what = {});
base::Result<std::vector<FurtherScope>> furtherScopes(const Address& address);

// In whose name (机关代字) a hall's documents are numbered: those of one department's services, or all others where it is
// empty; without one under the hall's code. duplicate (entity=authority): it is another hall's.
struct Authority {
  std::string hall;
  std::string department;
  std::string word;
};
base::Result<void> putAuthority(const Address& address, const Authority& authority);

// One row of numbers that documents were given. `missing`: the first hundred below the last that nobody has; none but in a
// centre that was restored.
struct DocumentSeries {
  std::string hall, word, type;
  std::int64_t year = 0, given = 0, last = 0;
  std::string missing;  // "3, 7"
};
base::Result<std::vector<DocumentSeries>> documentSeries(const Address& address);

struct NewDesk {
  std::string hall;  // code
  std::string code;  // three of 0-9A-Z, unique in the division
  std::string window;
  std::vector<std::string> scopes;  // codes of further scopes
};
struct Invitation {
  std::string code;  // shown once, see makeEnrolCode
  base::Instant until;
};
struct Desk {
  std::string hall, division, code, window, state;  // invited, expired, enrolled, revoked
  std::optional<base::Instant> lastSeen;
};
// The invitation holds for a day.
base::Result<Invitation> addDesk(const Address& address, const SiteKey& key, const NewDesk& desk, base::Clock& clock,
                                 base::Random& random);
// For a desk that is known: its store is new. What its old secret opened is closed.
base::Result<Invitation> renewDesk(const Address& address, const SiteKey& key, const std::string& division,
                                   const std::string& code, base::Clock& clock, base::Random& random);
// A desk that was stolen, or goes: its sessions end now.
base::Result<void> revokeDesk(const Address& address, const std::string& division, const std::string& code);
base::Result<std::vector<Desk>> desks(const Address& address);

struct StaffMember {
  base::Uuid id;
  std::string login, name;
  std::string role = "clerk";  // clerk, supervisor, auditor, system_administrator, security_administrator
  bool isActive = true;
  bool hasLogin = false;           // a passphrase was given
  std::vector<std::string> halls;  // codes
  std::optional<int> leaseDays;    // how long a clerk may work without the centre; what it was, or 14, when left out
};
// The id of a person follows from the login, so that the centre and every desk agree on it (domain::staffId). Answers whether
// the person is new. duplicate (entity=office): whoever administrates holds one office for good, and whoever serves none.
base::Result<bool> putStaff(const Address& address, const StaffMember& member);
// A login for somebody of the staff, or a new passphrase where the old one is lost; also lets in again who was disabled.
// Answers the passphrase, which nobody keeps: clerks replace it at their first login, at a desk; for an administrator it is the
// password of the login staffRole(). The key is needed for the secrets of the clerk's halls.
base::Result<base::Redacted<std::string>> givePassphrase(const Address& address, const SiteKey& key, const std::string& login,
                                                         base::Random& random);
base::Result<void> disableStaff(const Address& address, const std::string& login);
base::Result<std::vector<StaffMember>> staff(const Address& address);

// What administrators did, newest first, for the auditor.
struct Act {
  std::int64_t n = 0;
  base::Instant at;
  std::string login, act, subject;
};
base::Result<std::vector<Act>> acts(const Address& address, int limit);

}  // namespace ow::centre
