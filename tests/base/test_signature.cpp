// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/signature.h"

using namespace ow::base;

TEST_CASE("a signature is that of RFC 8032, and of one message and one key alone", "[base][signature]") {
  // RFC 8032 §7.1, test 1: the empty message.
  const auto key = SigningKey::fromStored("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  REQUIRE(key);
  CHECK(key->verifyingKey().hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const std::string seal = key->sign("");
  CHECK(seal ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141"
        "438"
        "e7a100b");
  CHECK(isSignedBy(key->verifyingKey(), "", seal));
  CHECK_FALSE(isSignedBy(key->verifyingKey(), " ", seal));
  SeededRandom dice(1);
  const auto other = SigningKey::make(dice);
  CHECK_FALSE(isSignedBy(other.verifyingKey(), "", seal));
  CHECK(isSignedBy(other.verifyingKey(), "你好", other.sign("你好")));
}

TEST_CASE("what is no key and no signature proves nothing", "[base][signature]") {
  SeededRandom dice(2);
  const auto key = SigningKey::make(dice);
  const std::string seal = key.sign("x");
  for (const std::string& broken : {std::string(), seal.substr(1), seal + "00", std::string(128, 'g'), std::string(128, '0')}) {
    CAPTURE(broken);
    CHECK_FALSE(isSignedBy(key.verifyingKey(), "x", broken));
  }
  for (const std::string& broken : {std::string(), std::string(64, '0'), std::string(64, 'F'), std::string("D75A")}) {
    CAPTURE(broken);
    CHECK_FALSE(isSignedBy({broken}, "x", seal));
  }
  CHECK_FALSE(SigningKey::fromStored("short"));
  const auto again = SigningKey::fromStored(key.storedText());
  REQUIRE(again);
  CHECK(again->sign("x") == seal);
}
