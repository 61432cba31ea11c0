// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "base/time.h"
#include "domain/staff.h"
#include "sync/clerk_line.h"

namespace ow::testkit {

// The centre's side of a clerk's login, as a test wants it. One thread at a time.
class ScriptedClerkLine final : public sync::ClerkLine {
 public:
  struct Person {
    std::string name, passphrase;
    bool mustChange = false;
    std::string role = "clerk";
  };
  std::map<std::string, Person> people;  // by login
  std::string storeKey;
  base::Instant leaseUntil;
  bool isAway = false;
  int asked = 0;

  base::Result<sync::Admission> admit(const std::string& login, const base::Redacted<std::string>& passphrase) override {
    ++asked;
    OW_TRY(const Person* person, known(login, passphrase));
    sync::Admission admission;
    admission.proof = {domain::staffId(login), leaseUntil};
    admission.login = login;
    admission.name = person->name;
    admission.role = person->role;
    admission.mustChange = person->mustChange;
    admission.storeKey = base::Redacted<std::string>(storeKey);
    return admission;
  }
  base::Result<base::Redacted<std::string>> passwordFor(const std::string& login,
                                                        const base::Redacted<std::string>& passphrase) override {
    return base::Redacted<std::string>(login + " " + passphrase.reveal());
  }
  base::Result<void> changePassphrase(const std::string& login, const base::Redacted<std::string>& before,
                                      const base::Redacted<std::string>& after) override {
    OW_TRYV(known(login, before));
    people[login].passphrase = after.reveal();
    people[login].mustChange = false;
    return base::success();
  }

 private:
  base::Result<const Person*> known(const std::string& login, const base::Redacted<std::string>& passphrase) const {
    if (isAway) return base::fail(base::ErrorKind::centreAway);
    const auto person = people.find(login);
    if (person == people.end() || person->second.passphrase != passphrase.reveal())
      return base::fail(base::ErrorKind::centreRefused, {{"rule", "login"}});
    return &person->second;
  }
};

}  // namespace ow::testkit
