// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/random.h"
#include "base/redacted.h"
#include "base/result.h"

namespace ow::centre {

// The secret of a site: one file in the security administrator's hands, from which the passwords of its halls and the key of
// its person ids follow. 64 hexadecimal digits.
struct SiteKey {
  base::Redacted<std::string> digits;

  static SiteKey make(base::Random& random);
  // invalidInput: field=site_key.
  static base::Result<SiteKey> read(std::string_view text);
  // 64 hexadecimal digits that follow from the key and the purpose ("hall:110101-1", "identity"); BLAKE2b, keyed.
  base::Redacted<std::string> secretFor(std::string_view purpose) const;
};

// 25 characters in five groups (Crockford's alphabet, 125 random bits): what a new desk is given once, on paper or by voice.
std::string makeEnrolCode(base::Random& random);
// Fifteen of them (75 random bits): a first passphrase, to be typed once.
std::string makePassphrase(base::Random& random);
// The same in capitals without separators, O and I and L read as the digits they look like; empty when it cannot be one.
std::string plainCode(std::string_view typed);
// The login role that a code opens.
std::string newcomerRole(std::string_view plainCode);

// Sealed with the code (XChaCha20-Poly1305, key by BLAKE2b of the code), as hexadecimal digits; unseal answers nothing when it
// was another code.
std::string seal(std::string_view text, std::string_view plainCode, base::Random& random);
base::Result<std::string> unseal(std::string_view hex, std::string_view plainCode);

}  // namespace ow::centre
