// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/enrolment.h"

#include <boost/json.hpp>

#include "base/digest.h"
#include "centre/connection.h"
#include "centre/sealed.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Redacted;
using base::Result;

namespace {

Result<Enrolled> readEnrolled(const std::string& text, const std::string& code) {
  try {
    const json::value v = json::parse(text);
    const auto word = [&](const char* name) { return json::value_to<std::string>(v.at(name)); };
    OW_TRY(const auto opened, unseal(word("sealed"), code));
    const json::value sealed = json::parse(opened);
    Enrolled enrolled;
    enrolled.site = base::Uuid::parse(word("site")).value();
    enrolled.desk = base::Uuid::parse(word("desk")).value();
    enrolled.role = word("role");
    enrolled.password = Redacted<std::string>(json::value_to<std::string>(sealed.at("password")));
    enrolled.identityKey = Redacted<std::string>(json::value_to<std::string>(sealed.at("identity_key")));
    enrolled.storeSecret = Redacted<std::string>(json::value_to<std::string>(sealed.at("store_secret")));
    enrolled.hall = word("hall");
    enrolled.hallCode = word("hall_code");
    enrolled.division = word("division");
    enrolled.code = word("code");
    enrolled.window = word("window");
    enrolled.jurisdiction = word("jurisdiction");
    return enrolled;
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "enrol_answer"}});
  }
}

}  // namespace

Result<Enrolled> enrol(const Address& address, const std::string& typedCode, base::Random& random) {
  const std::string code = plainCode(typedCode);
  if (code.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "code"}, {"rule", "enrol_code"}});
  const std::string secret = SiteKey::make(random).digits.reveal();  // 256 random bits, whatever they are called
  std::string bytes;
  for (std::size_t i = 0; i < secret.size(); i += 2) bytes += char(std::stoi(secret.substr(i, 2), nullptr, 16));
  const std::string hash = "\\x" + base::sha256Hex(bytes);
  OW_TRY(auto connection, Connection::open(address.as(newcomerRole(code), code), Wants::primary));
  const Parameter parameters[] = {code, hash};
  OW_TRY(const auto answer, connection->value("SELECT ow_enrol.enrol(convert_to($1, 'UTF8'), $2::bytea)::text", parameters));
  OW_TRY(auto enrolled, readEnrolled(answer.value_or(""), code));
  enrolled.secret = Redacted<std::string>(secret);
  return enrolled;
}

}  // namespace ow::centre
