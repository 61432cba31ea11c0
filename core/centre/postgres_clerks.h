// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "centre/address.h"
#include "centre/clerk_secrets.h"
#include "domain/centre_address.h"
#include "sync/clerk_line.h"

namespace ow::centre {

// Clerks at the centre in PostgreSQL, by the functions of schema ow_clerk. Connects for each call.
class PostgresClerks final : public sync::ClerkLine {
 public:
  // invalidInput as Address::parse; field=site or desk.
  static base::Result<std::unique_ptr<PostgresClerks>> at(const domain::CentreAddress& where);

  base::Result<sync::Admission> admit(const std::string& login, const base::Redacted<std::string>& passphrase) override;
  base::Result<base::Redacted<std::string>> passwordFor(const std::string& login,
                                                        const base::Redacted<std::string>& passphrase) override;
  base::Result<void> changePassphrase(const std::string& login, const base::Redacted<std::string>& before,
                                      const base::Redacted<std::string>& after) override;

 private:
  PostgresClerks(Address address, base::Uuid site, base::Uuid desk)
      : m_address(std::move(address)), m_site(site), m_desk(desk) {}
  Address m_address;
  base::Uuid m_site, m_desk;
};

}  // namespace ow::centre
